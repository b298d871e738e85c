import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { SignalboxError } from '../../core/index.ts';
import { createSnapshotCollector, type SavedSnapshot, type SnapshotRecord } from '../../core/snapshot/index.ts';
import { cliError } from '../errors.ts';
import { createLineDigest, isCompressed, type SnapshotEnd } from './snapshot-file.ts';

/** A snapshot from a file, with the digest of its bytes. */
export interface ReadSnapshot {
  readonly saved: SavedSnapshot;
  readonly digest: string;
}

const recordKinds: readonly string[] = [
  'snapshot',
  'object',
  'listing',
  'content',
  'consumers',
  'obstacles',
  'baseline',
  'deployed',
];

/** Reads a snapshot file; SB6060 when it can not be read, is not one, is cut off, or was changed after it was written. */
export async function readSnapshot(path: string): Promise<ReadSnapshot> {
  try {
    return await readThrough(path);
  } catch (error) {
    if (error instanceof SignalboxError) throw error;
    throw unusable(path, error instanceof Error ? error.message : 'it can not be read', error);
  }
}

async function readThrough(path: string): Promise<ReadSnapshot> {
  const collector = createSnapshotCollector();
  const seen = createLineDigest();
  let end: SnapshotEnd | undefined;
  for await (const line of linesOf(path)) {
    if (end !== undefined) throw unusable(path, 'something follows its last line');
    const record = recordIn(path, line);
    if (record.kind === 'end') end = record;
    else {
      seen.add(`${line}\n`);
      collector.add(record);
    }
  }
  if (end === undefined) throw unusable(path, 'its end is missing');
  const { digest, records } = seen.end();
  if (records !== end.records) throw unusable(path, `it has ${records} records and says ${end.records}`);
  if (digest !== end.digest) throw unusable(path, 'it was changed after it was written: its digest is another one');
  const saved = collector.result();
  if (saved === undefined) throw unusable(path, 'it does not say whose it is');
  return { saved, digest };
}

async function* linesOf(path: string): AsyncGenerator<string, void> {
  const file = createReadStream(path);
  const text = isCompressed(path) ? file.pipe(createGunzip()) : file;
  const failed = new Promise<never>((_, reject) => {
    for (const stream of [file, text]) stream.on('error', reject);
  });
  failed.catch(() => undefined);
  const lines = createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([lines.next(), failed]);
    if (next.done === true) return;
    yield next.value;
  }
}

function recordIn(path: string, line: string): SnapshotRecord | SnapshotEnd {
  const value = parsed(line);
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (kind === 'end' || recordKinds.includes(String(kind))) return value as SnapshotRecord | SnapshotEnd;
  throw unusable(path, 'a line is no record of a snapshot');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function unusable(path: string, why: string, cause?: unknown): Error {
  return cliError('SB6060', `${path} is no snapshot that can be used: ${why}`, { cause });
}
