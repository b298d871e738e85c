/** Snapshots that are kept: taking one through a reader, and planning from one without anybody to ask. */
export { createSavedReader } from './saved-reader.ts';
export { takeSnapshot, type SnapshotRequest } from './take-snapshot.ts';
