/** A decision, and why two of them differ, as text, JSON and Markdown. */
export { decisionChangeToJson, decisionChangeToMarkdown } from './change-formats.ts';
export { decisionChangeToHuman } from './change-human.ts';
export type { DecisionComparison } from './comparison.ts';
export { decisionToHuman, decisionToJson, decisionToMarkdown } from './decision-view.ts';
