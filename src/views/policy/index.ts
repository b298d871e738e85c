/** Checks and policies as text: how they are set, and how the tests of policies went. */
export { checksToHuman, checksToJson, checksToMarkdown } from './checks.ts';
export { isPassed, policyTestsToHuman, policyTestsToJson, policyTestsToJunit } from './tests.ts';
export type { PolicyTestReport } from './tests.ts';
