import type { BaselineEntry } from '../baseline/baseline.ts';
import type { LiveObject } from '../resource/live-object.ts';
import type { Consumer } from '../resource/snapshot.ts';

/** A person's lock or a newer draft, as it was when the snapshot was taken. */
export interface SavedObstacle {
  readonly kind: 'locked' | 'newer-draft';
  readonly holder: string;
  readonly detail: string;
}

/** Which list an object stands in: all of a type, the parts of one parent, or the deleted ones that are kept. */
export interface ListName {
  readonly list: 'type' | 'part' | 'deleted';
  readonly type: string;
  /** For parts only. */
  readonly parentId?: string | undefined;
}

/** Whose organisation a snapshot shows and when. */
export interface SnapshotHeader {
  readonly kind: 'snapshot';
  readonly formatVersion: 1;
  readonly environment: string;
  readonly organisation: { readonly id: string; readonly name: string; readonly domain: string };
  /** ISO instant before the first read. */
  readonly takenAt: string;
}

/**
 * One line of a saved snapshot. The header comes first; objects of a list come before the record that closes it. A list
 * that is not closed was not read.
 */
export type SnapshotRecord =
  | SnapshotHeader
  | (ListName & { readonly kind: 'object'; readonly object: LiveObject })
  | (ListName & {
      readonly kind: 'listing';
      readonly complete: boolean;
      readonly incompleteBecause?: string | undefined;
    })
  | {
      readonly kind: 'content';
      readonly type: string;
      readonly id: string;
      readonly text: string;
      readonly revision: string;
    }
  | {
      readonly kind: 'consumers';
      readonly type: string;
      readonly id: string;
      readonly consumers: readonly Consumer[] | null;
    }
  | {
      readonly kind: 'obstacles';
      readonly type: string;
      readonly id: string;
      readonly obstacles: readonly SavedObstacle[];
    }
  | { readonly kind: 'baseline'; readonly entry: BaselineEntry }
  | { readonly kind: 'deployed'; readonly artifactDigest: string; readonly runId: string };
