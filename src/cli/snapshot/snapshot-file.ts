import { createHash, type Hash } from 'node:crypto';
import type { SnapshotRecord } from '../../core/snapshot/index.ts';

/**
 * The last line of a snapshot file: how many records are above it, and the SHA-256 of their bytes. It shows accidents and
 * careless edits; it is no signature, so where a file must be trusted, its digest has to come another way.
 */
export interface SnapshotEnd {
  readonly kind: 'end';
  readonly records: number;
  readonly digest: string;
}

/** One record as a line of the file. */
export function lineOf(record: SnapshotRecord | SnapshotEnd): string {
  return `${JSON.stringify(record)}\n`;
}

/** Counts records and digests their lines. */
export interface LineDigest {
  readonly add: (line: string) => void;
  readonly end: () => SnapshotEnd;
}

/** A digest over no lines yet. */
export function createLineDigest(): LineDigest {
  const hash: Hash = createHash('sha256');
  let records = 0;
  return {
    add: (line) => {
      hash.update(line);
      records += 1;
    },
    end: () => ({ kind: 'end', records, digest: `sha256:${hash.copy().digest('hex')}` }),
  };
}

/** True for files that are kept compressed, by their name. */
export function isCompressed(path: string): boolean {
  return path.endsWith('.gz');
}
