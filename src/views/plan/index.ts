/** A plan as text, JSON and Markdown. */
export { planToHuman } from './human/plan-human.ts';
export { planToJunit, planToSarif } from './findings.ts';
export { planToJson } from './json.ts';
export { planToMarkdown } from './markdown/plan-markdown.ts';
export type { PlanCommentOptions } from './plan-options.ts';
export { hasChanges } from './plan-summary.ts';
