/** What tests after a deployment may do when the command line deploys: everything. */
export { createTestRunners } from './create-test-runners.ts';
