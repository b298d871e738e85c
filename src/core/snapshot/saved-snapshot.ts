import type { Baseline, BaselineEntry } from '../baseline/baseline.ts';
import type { LiveObject } from '../resource/live-object.ts';
import type { Snapshot, TypeListing } from '../resource/snapshot.ts';
import type { ListName, SavedObstacle, SnapshotHeader, SnapshotRecord } from './snapshot-record.ts';

/** A snapshot that was kept: all that a plan is a function of besides the project's files. */
export interface SavedSnapshot {
  readonly header: SnapshotHeader;
  readonly snapshot: Snapshot;
  /** By `type id`; what is not there was not asked. */
  readonly obstacles: Readonly<Record<string, readonly SavedObstacle[]>>;
  readonly baseline: Baseline;
  /** Runs that deployed an artifact here and still count, by artifact digest. */
  readonly deployed: Readonly<Record<string, string>>;
}

/** Gathers records, in their order, into a snapshot. Undefined while no header came. */
export interface SnapshotCollector {
  readonly add: (record: SnapshotRecord) => void;
  readonly result: () => SavedSnapshot | undefined;
}

/** An empty collector. */
export function createSnapshotCollector(): SnapshotCollector {
  let header: SnapshotHeader | undefined;
  const open = new Map<string, LiveObject[]>();
  const types: Record<string, TypeListing> = {};
  const deleted: Record<string, TypeListing> = {};
  const parts: Record<string, Record<string, TypeListing>> = {};
  const contents: Record<string, Snapshot['contents'][string]> = {};
  const consumers: Record<string, Snapshot['consumers'][string]> = {};
  const obstacles: Record<string, readonly SavedObstacle[]> = {};
  const entries: Record<string, BaselineEntry> = {};
  const deployed: Record<string, string> = {};
  const close = (record: Extract<SnapshotRecord, { readonly kind: 'listing' }>): void => {
    const { complete, incompleteBecause } = record;
    const objects = open.get(nameOf(record)) ?? [];
    const listing = { objects, complete, ...(incompleteBecause === undefined ? {} : { incompleteBecause }) };
    if (record.list === 'part') (parts[record.type] ??= {})[record.parentId ?? ''] = listing;
    else (record.list === 'type' ? types : deleted)[record.type] = listing;
  };
  return {
    add: (record) => {
      switch (record.kind) {
        case 'snapshot':
          header = record;
          return;
        case 'object':
          listOf(open, nameOf(record)).push(record.object);
          return;
        case 'listing':
          close(record);
          return;
        case 'content':
          contents[record.id] = { text: record.text, revision: record.revision };
          return;
        case 'consumers':
          consumers[record.id] = record.consumers;
          return;
        case 'obstacles':
          obstacles[`${record.type} ${record.id}`] = record.obstacles;
          return;
        case 'baseline':
          entries[record.entry.address] = record.entry;
          return;
        case 'deployed':
          deployed[record.artifactDigest] = record.runId;
          return;
        default:
          record satisfies never;
      }
    },
    result: () => {
      if (header === undefined) return undefined;
      const { organisation, takenAt, environment } = header;
      const snapshot = { organisationId: organisation.id, takenAt, types, parts, contents, consumers, deleted };
      return { header, snapshot, obstacles, baseline: { environment, entries }, deployed };
    },
  };
}

function listOf(open: Map<string, LiveObject[]>, name: string): LiveObject[] {
  const known = open.get(name) ?? [];
  open.set(name, known);
  return known;
}

function nameOf({ list, type, parentId }: ListName): string {
  return `${list} ${type} ${parentId ?? ''}`;
}
