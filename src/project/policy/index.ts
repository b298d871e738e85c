/** The project's own policies: their files, what is set about checks, and the tests that run them on saved plans. */
export { loadPolicyTests, type PolicyTestCase } from './load-policy-tests.ts';
export { policiesOf } from './policies-of.ts';
