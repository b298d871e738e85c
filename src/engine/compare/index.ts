/** Comparing two environments as they are read; it writes nowhere. */
export { compareEnvironments, type ComparableSide, type CompareRequest } from './compare-environments.ts';
export { toComparedObject, type ComparableSources } from './side-of-export.ts';
export { createTolerantReader } from './tolerant-reader.ts';
export { gatherUnmatched, type GatherRequest } from './gather-unmatched.ts';
