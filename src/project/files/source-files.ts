import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectError } from '../errors.ts';

/** Files of a project that are not those of a folder: as they are in a revision. Paths are relative, with `/`. */
export interface SourceFiles {
  /** Names in a folder, those of folders with `/` at the end; none when it does not exist. */
  readonly list: (folder: string) => readonly string[];
  /** The bytes of a file. Throws an `Error` that says why there are none. */
  readonly read: (file: string) => Buffer;
}

/** Where files are read from: an absolute folder of this machine, or files from elsewhere. */
export type SourceRoot = string | SourceFiles;

/** The bytes of a file. Throws an `Error` that says why there are none. */
export function readBytes(root: SourceRoot, file: string): Buffer {
  return typeof root === 'string' ? readFileSync(join(root, file)) : root.read(file);
}

/** Names in a folder, hidden ones left out, those of folders with `/` at the end, sorted. Errors: SB2001. */
export function namesIn(root: SourceRoot, folder: string): readonly string[] {
  const names = typeof root === 'string' ? namesOnDisk(root, folder) : root.list(folder);
  return names.filter((name) => !name.startsWith('.')).toSorted();
}

/** Only names are held: folders can be large. */
function namesOnDisk(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? `${entry.name}/` : entry.name,
    );
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    if (code === 'ENOENT') return [];
    throw projectError('SB2001', `The folder ${folder} can not be read (${code}).`, { folder }, error);
  }
}
