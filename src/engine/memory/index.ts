/** A store that forgets everything at the end of the process, and time that passes at once: for runs that are only tried. */
export { createMemoryStore } from './memory-store.ts';
export { createVirtualClock, type VirtualClock } from './virtual-clock.ts';
