/** Drift reports as text, JSON, Markdown, SARIF and JUnit. */
export { driftToHuman } from './human.ts';
export { driftToJson, driftToJunit, driftToMarkdown, driftToSarif } from './formats.ts';
