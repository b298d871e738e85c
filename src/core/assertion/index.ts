/** The tests of a changeset: assertions over an organisation that was read. */
export { evaluateTests, type Leaving, type TestOutcome } from './evaluate-tests.ts';
export { judgeAnswer, type TestAnswer, type TestCall } from './test-call.ts';
