/** How a finished run moves the baseline of its environment: only what it changed. */
export { moveBaseline, rebindBaseline, type BaselineMove } from './move-baseline.ts';
