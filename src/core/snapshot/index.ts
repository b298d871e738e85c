/** Snapshots that are kept: their records, and what of an organisation may be in them. Where they are kept is not known here. */
export { diffSnapshots, type SnapshotDiff, type SnapshotDifference, type UncomparedType } from './diff-snapshots.ts';
export { keepableObject } from './keepable.ts';
export { createSnapshotCollector, type SavedSnapshot, type SnapshotCollector } from './saved-snapshot.ts';
export type { ListName, SavedObstacle, SnapshotHeader, SnapshotRecord } from './snapshot-record.ts';
