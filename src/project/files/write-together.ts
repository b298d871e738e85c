import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { syncFolder } from './atomic-write.ts';
import { unwritable } from './unwritable.ts';

/** A file to write. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes each file whole or not at all, all at once: the texts go into the folder for parts, reach the disk together, and
 * then take their names. Folders are made. Errors: SB2027 of the first that fails, after which no part is left; some of
 * the other files may have been written.
 */
export async function writeTogether(files: readonly NewFile[], partsFolder: string): Promise<void> {
  const folders = [...new Set(files.map(({ path }) => dirname(path)))];
  for (const folder of [partsFolder, ...folders]) {
    await mkdir(folder, { recursive: true }).catch((error: unknown) => {
      throw unwritable(folder, error);
    });
  }
  const parts = files.map((file, index) => ({ ...file, part: join(partsFolder, `${process.pid}-${index}`) }));
  await orTidied(parts, async ({ part, path, text }) => {
    const file = await open(part, 'w');
    try {
      await file.writeFile(text);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  });
  for (const folder of folders) syncFolder(folder);
}

type Part = NewFile & { readonly part: string };

async function orTidied(parts: readonly Part[], write: (part: Part) => Promise<void>): Promise<void> {
  const outcomes = await Promise.allSettled(parts.map(write));
  const failed = outcomes.findIndex(({ status }) => status === 'rejected');
  const outcome = outcomes[failed];
  if (outcome?.status !== 'rejected') return;
  // The first error is the one to report, so one while tidying up is dropped.
  await Promise.allSettled(parts.map(({ part }) => rm(part, { force: true })));
  throw unwritable(parts[failed]?.path ?? '', outcome.reason);
}
