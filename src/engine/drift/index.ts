/** Live against baseline for one environment, with who and when. Decides nothing: that is `core/drift`. */
export { detectDrift, type DriftPorts, type DriftRequest } from './detect-drift.ts';
