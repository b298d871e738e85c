import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { projectError } from '../errors.ts';

/**
 * Writes the whole file or nothing: the text goes to a neighbour first, reaches the disk, and then takes the file's
 * name. Folders are made. Errors: SB2027, after which the old file (or none) is there, and no neighbour.
 */
export function writeFileAtomically(path: string, text: string): void {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.part`);
  try {
    mkdirSync(folder, { recursive: true });
    writeThrough(temporary, text);
    renameSync(temporary, path);
    syncFolder(folder);
  } catch (error) {
    removeQuietly(temporary);
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw projectError(
      'SB2027',
      `${path} can not be written: ${reasons[code] ?? (error instanceof Error ? error.message : String(error))}.`,
      { path, code },
      error,
    );
  }
}

/** As `writeFileAtomically`, leaving a file that has this text already untouched; true when it was written. */
export function writeFileIfChanged(path: string, text: string): boolean {
  if (readIfPresent(path) === text) return false;
  writeFileAtomically(path, text);
  return true;
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission is denied',
  EROFS: 'the disk is read-only',
  EEXIST: 'a file stands where a folder belongs',
  EFBIG: 'the file would be larger than this process may write',
  ENOTDIR: 'a part of the path is a file, not a folder',
};

function writeThrough(path: string, text: string): void {
  const descriptor = openSync(path, 'w');
  try {
    const bytes = Buffer.from(text);
    let written = 0;
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The first error is the one to report, so one while tidying up is dropped. */
function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where the folder is no folder, no part was made either.
  }
}

function syncFolder(folder: string): void {
  // Windows can not open folders; there the rename alone has to do.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
