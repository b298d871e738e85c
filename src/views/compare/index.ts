/** Comparisons of environments as text, JSON, Markdown, SARIF and JUnit. */
export { comparisonToHuman } from './human.ts';
export { comparisonToJson, comparisonToJunit, comparisonToMarkdown, comparisonToSarif } from './formats.ts';
