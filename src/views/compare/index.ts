/** Comparisons of environments, and of two instants of one, as text, JSON and Markdown; the former also as SARIF and JUnit. */
export { comparisonToHuman } from './human.ts';
export { comparisonToJson, comparisonToJunit, comparisonToMarkdown, comparisonToSarif } from './formats.ts';
export { instantsToHuman, instantsToJson, instantsToMarkdown, type InstantsComparison } from './instants.ts';
