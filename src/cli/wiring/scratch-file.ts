import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Scratch } from '../../engine/export/index.ts';
import { cliError } from '../errors.ts';

/** A scratch in a temporary file of the machine, for as long as `use` runs. SB6008 when it can not be written. */
export async function withScratch<Result>(use: (scratch: Scratch) => Promise<Result>): Promise<Result> {
  const path = join(tmpdir(), `signalbox-${randomUUID()}.scratch`);
  const file = orUnwritable(path, () => openSync(path, 'wx+', 0o600));
  // Without a name it goes with the process, however that ends. Windows keeps names of open files.
  if (process.platform !== 'win32') rmSync(path, { force: true });
  try {
    return await use(createScratch(path, file));
  } finally {
    closeSync(file);
    rmSync(path, { force: true });
  }
}

/** Writes are gathered up to this many bytes. */
const gatheredBytes = 1 << 20;

function createScratch(path: string, file: number): Scratch {
  const starts: number[] = [];
  let end = 0;
  let written = 0;
  let waiting: Buffer[] = [];
  const flush = (): void => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    let done = 0;
    while (done < bytes.length)
      done += orUnwritable(path, () => writeSync(file, bytes, done, bytes.length - done, written + done));
    written += bytes.length;
  };
  return {
    put: (text) => {
      const bytes = Buffer.from(text);
      starts.push(end);
      waiting.push(bytes);
      end += bytes.length;
      if (end - written >= gatheredBytes) flush();
      return starts.length - 1;
    },
    get: (place) => {
      const start = starts[place] ?? end;
      const length = (starts[place + 1] ?? end) - start;
      if (start + length > written) flush();
      const bytes = Buffer.allocUnsafe(length);
      readSync(file, bytes, 0, length, start);
      return bytes.toString();
    },
  };
}

function orUnwritable<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw cliError('SB6008', `${path} can not be written: ${why}`, { cause: error });
  }
}
