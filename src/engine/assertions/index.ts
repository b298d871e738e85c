/** The tests of a changeset, run over the deployed organisation. */
export { hasPassed, runTests } from './run-tests.ts';
