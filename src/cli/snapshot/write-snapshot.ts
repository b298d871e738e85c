import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { SnapshotRecord } from '../../core/snapshot/index.ts';
import { cliError } from '../errors.ts';
import { createLineDigest, isCompressed, lineOf } from './snapshot-file.ts';

/** What was written. */
export interface WrittenSnapshot {
  readonly digest: string;
  readonly takenAt: string;
  readonly organisation: string;
  /** Objects by type, parts and deleted ones included; sorted by type. */
  readonly types: readonly { readonly type: string; readonly objects: number; readonly complete: boolean }[];
  readonly bytes: number;
}

/**
 * Writes records as they come, one a line, compressed where the name ends in `.gz`, and the digest last. The file appears
 * when it is whole. Errors: SB6008, and whatever the records throw.
 */
export async function writeSnapshot(path: string, records: AsyncIterable<SnapshotRecord>): Promise<WrittenSnapshot> {
  const part = `${path}.part`;
  const tally = createTally();
  const lines = Readable.from(linesOf(records, tally));
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = createWriteStream(part, { mode: 0o600 });
    await (isCompressed(path) ? pipeline(lines, createGzip(), file) : pipeline(lines, file));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    if (!isFileError(error)) throw error;
    throw cliError('SB6008', `${path} could not be written: ${error.message}`, { cause: error });
  }
  return { ...tally.result(), bytes: (await stat(path)).size };
}

interface Tally {
  readonly count: (record: SnapshotRecord) => void;
  readonly finish: (digest: string) => void;
  readonly result: () => Omit<WrittenSnapshot, 'bytes'>;
}

async function* linesOf(records: AsyncIterable<SnapshotRecord>, tally: Tally): AsyncGenerator<string, void> {
  const digest = createLineDigest();
  for await (const record of records) {
    const line = lineOf(record);
    tally.count(record);
    digest.add(line);
    yield line;
  }
  const end = digest.end();
  tally.finish(end.digest);
  yield lineOf(end);
}

function createTally(): Tally {
  const types = new Map<string, { objects: number; complete: boolean }>();
  let known = { digest: '', takenAt: '', organisation: '' };
  const entry = (type: string): { objects: number; complete: boolean } => {
    const found = types.get(type) ?? { objects: 0, complete: true };
    types.set(type, found);
    return found;
  };
  return {
    count: (record) => {
      if (record.kind === 'snapshot')
        known = { ...known, takenAt: record.takenAt, organisation: record.organisation.name };
      if (record.kind === 'object') entry(record.type).objects += 1;
      if (record.kind === 'listing') entry(record.type).complete &&= record.complete;
    },
    finish: (digest) => {
      known = { ...known, digest };
    },
    result: () => ({
      ...known,
      types: [...types]
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([type, found]) => ({ type, ...found })),
    }),
  };
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}
