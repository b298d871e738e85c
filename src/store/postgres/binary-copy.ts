import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { storeError } from '../errors.ts';

/** Where root keeps what the account of PostgreSQL must reach and a private checkout hides. Survives a restart. */
export const sharedPlace = '/var/lib/signalbox';

/**
 * Copies an installation to a place that every user can read and returns its root; an earlier copy of the same version
 * is used again. For root only. Two processes may do it at once. Throws SB5011.
 */
export function copyForOthers(root: string, version: string): string {
  const target = join(sharedPlace, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (existsSync(target)) return target;
  const draft = `${target}.${process.pid}-${Date.now().toString(36)}`;
  try {
    mkdirSync(draft, { recursive: true, mode: 0o755 });
    chmodSync(sharedPlace, 0o755);
    cpSync(root, draft, { recursive: true, verbatimSymlinks: true });
    openForReading(draft);
    renameSync(draft, target);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(target)) return target;
    throw storeError(
      'SB5011',
      `PostgreSQL can not be run from ${root}: other users can not enter it, and copying it to ${target} failed.`,
      { cause },
    );
  }
  return target;
}

function openForReading(path: string): void {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  const isProgram = (entry.mode & 0o100) !== 0;
  chmodSync(path, entry.isDirectory() || isProgram ? 0o755 : 0o644);
  if (!entry.isDirectory()) return;
  for (const name of readdirSync(path)) openForReading(join(path, name));
}
