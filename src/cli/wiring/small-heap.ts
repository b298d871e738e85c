import { setFlagsFromString } from 'node:v8';

/**
 * Tells the engine to collect garbage early from now on, for work through which far more passes than stays: new objects
 * get no larger room than they have, and the heap is collected once it has grown by a twentieth. Left alone the engine
 * lets it grow to a multiple of what is in use (docs/decisions/0015-memory-of-an-export.md). What is held has no bound.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=5');
}
