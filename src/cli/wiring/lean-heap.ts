import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How much garbage may lie around, in bytes. */
const garbageBytes = 32 * 1024 * 1024;

/**
 * Gives what is to be called now and then while much passes through memory: it collects garbage as soon as some has
 * gathered. Left alone the engine lets the heap grow to a multiple of what is in use before it does.
 */
export function createHeapKeeper(): () => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: object) => void;
  let inUse = getHeapStatistics().used_heap_size;
  return () => {
    if (getHeapStatistics().used_heap_size - inUse < garbageBytes) return;
    // This flavour gives memory back to the machine; others keep it for later.
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
    inUse = getHeapStatistics().used_heap_size;
  };
}
