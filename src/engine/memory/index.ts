/** A store that forgets everything at the end of the process: for runs that nobody will look up, resume or take back. */
export { createMemoryStore } from './memory-store.ts';
