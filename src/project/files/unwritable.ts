import { projectError } from '../errors.ts';

/** The SB2027 of a file that could not be written, with the reason in everyday words. */
export function unwritable(path: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
  return projectError(
    'SB2027',
    `${path} can not be written: ${reasons[code] ?? (error instanceof Error ? error.message : String(error))}.`,
    { path, code },
    error,
  );
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
