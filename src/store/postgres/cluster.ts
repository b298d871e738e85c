import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { storeError } from '../errors.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { makePrivate, type Place } from './place.ts';
import { runProgram } from './program.ts';

/** The database user that owns everything in an embedded server. */
export const databaseUser = 'signalbox';

/** A fresh cluster takes about 45 MB; below this nothing is started. */
const leastFreeBytes = 80 * 1024 * 1024;

/**
 * Makes the data directory where there is none. It is made under another name and renamed when complete, so that a
 * crash leaves nothing half-made and of several processes at once exactly one wins.
 * Throws SB5013 (not usable), SB5014 (disk full), SB5015 (initdb failed), SB5016 (other major version).
 */
export async function prepareCluster(place: Place, binaries: Binaries, account: Account): Promise<void> {
  removeAbandonedDrafts(place);
  if (existsSync(place.data)) return checkVersion(place, binaries);
  requireSpace(place);
  const draft = `${place.data}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  makePrivate(draft, account);
  const done = await runProgram(join(binaries.directory, 'initdb'), initArguments(draft, binaries), account);
  if (done.exitCode !== 0) {
    rmSync(draft, { recursive: true, force: true });
    requireSpace(place);
    throw storeError('SB5015', `initdb failed for ${place.data}: ${done.output.trim().slice(-1000)}`);
  }
  adopt(draft, place);
}

/** Throws SB5014 when the disk under the place has no room left to run a server. */
export function requireSpace(place: Place): void {
  const { bavail, bsize } = statfsSync(place.home);
  const freeBytes = bavail * bsize;
  if (freeBytes >= leastFreeBytes) return;
  const megabytes = Math.floor(freeBytes / 1024 / 1024);
  throw storeError(
    'SB5014',
    `${megabytes} MB are free for ${place.home}; the store needs ${leastFreeBytes / 1024 / 1024}.`,
    {
      context: { directory: place.home, freeBytes },
    },
  );
}

function initArguments(data: string, { majorVersion }: Binaries): string[] {
  const locale =
    majorVersion >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C.UTF-8'];
  const access = ['--auth-local=trust', '--auth-host=reject', `--username=${databaseUser}`];
  return ['-D', data, '--encoding=UTF8', ...locale, ...access, '--no-instructions'];
}

function adopt(draft: string, place: Place): void {
  try {
    renameSync(draft, place.data);
  } catch (cause) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(place.data)) throw storeError('SB5013', `${place.data} can not be made.`, { cause });
  }
}

function checkVersion(place: Place, { majorVersion, directory }: Binaries): void {
  const made = readVersion(place);
  if (made === majorVersion) return;
  throw storeError('SB5016', `${place.data} was made by PostgreSQL ${made}, and ${directory} holds ${majorVersion}.`);
}

function readVersion(place: Place): number {
  try {
    return Number.parseInt(readFileSync(join(place.data, 'PG_VERSION'), 'utf8'), 10);
  } catch (cause) {
    throw storeError('SB5013', `${place.data} can not be read as the data of a PostgreSQL.`, { cause });
  }
}

/** Drafts of processes that died while they made one. Their `initdb` may still write: the next process tries again. */
function removeAbandonedDrafts(place: Place): void {
  for (const name of readdirSync(place.home)) {
    const pid = /^data\.new-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) removeQuietly(join(place.home, name));
  }
}

function removeQuietly(directory: string): void {
  try {
    rmSync(directory, { recursive: true, force: true });
  } catch {
    // Left for the next process; it is in nobody's way.
  }
}

/** True when a process with this id runs, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
