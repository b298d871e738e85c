import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { unwritable } from './unwritable.ts';

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
    throw unwritable(path, error);
  }
}

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

/** Makes names in a folder last. */
export function syncFolder(folder: string): void {
  // Windows can not open folders; there the rename alone has to do.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
