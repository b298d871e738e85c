/** The tests after a deployment: over the organisation, and calls to the outside. */
export { refuseUnrunnable } from './refuse-unrunnable.ts';
export { hasPassed, runTests } from './run-tests.ts';
export type { HttpProbe, ProgramCall, TestRunners } from './runners.ts';
