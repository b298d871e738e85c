/** One step: read, compare, journal, write, read back; and finding out what became of a write nobody saw the end of. */
export { createKeyHolders } from './key-holders.ts';
export { createLeavingTest } from './leaving.ts';
export { observe, observeLive } from './observe.ts';
export { lookUntil, readPatiently, visibilityMarginMs } from './patience.ts';
export { verifyStep, writeStep, type StepEnd } from './perform.ts';
export { recordOf, type Work } from './work.ts';
