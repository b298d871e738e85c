import { existsSync, linkSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './cluster.ts';
import type { Place } from './place.ts';

/** What a running server says of itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketDirectory: string;
  /** The file's whole text, to tell it from a later one. */
  readonly text: string;
}

/** The server that runs on the data, or died on it; undefined when there is none or it is only beginning. */
export function readPostmaster(place: Place): Postmaster | undefined {
  const text = readIfThere(join(place.data, 'postmaster.pid'));
  if (text === undefined) return undefined;
  const [pid, , , port, socketDirectory] = text.split('\n');
  if (pid === undefined || port === undefined || !socketDirectory) return undefined;
  return { pid: Number.parseInt(pid, 10), port: Number.parseInt(port, 10), socketDirectory, text };
}

/** True when the process that the file names is a server on this data, and not another one that got its number. */
export function isPostmasterAlive(place: Place, postmaster: Postmaster): boolean {
  if (!isAlive(postmaster.pid)) return false;
  try {
    return readlinkSync(`/proc/${postmaster.pid}/cwd`) === realpathSync(place.data);
  } catch (error) {
    const isHidden = error instanceof Error && 'code' in error && error.code === 'EACCES';
    return isHidden || !existsSync(`/proc/${process.pid}/cwd`);
  }
}

/**
 * Removes the file of a dead server whose number now belongs to another process; PostgreSQL handles the other cases.
 * A file that a new server has put there meanwhile is left in place.
 */
export function removeStale(place: Place, postmaster: Postmaster): void {
  const path = join(place.data, 'postmaster.pid');
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    if (readIfThere(aside) !== postmaster.text) linkSync(aside, path);
  } catch {
    // Another process was faster; the loop that called looks again.
  } finally {
    rmSync(aside, { force: true });
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
