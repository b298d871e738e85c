/** A run from its first row to its end: steps in order, tests, compensation or hold, baseline, report. */
export { conductRun } from './conduct-run.ts';
export type { DeployPorts, RunGround } from './open-run.ts';
export { nowIso, type ContentFormats, type RunContext } from './run-context.ts';
