/** A plan as text, JSON and Markdown. */
export { planToHuman } from './human/plan-human.ts';
export { planToJson } from './json.ts';
export { planToMarkdown } from './markdown/plan-markdown.ts';
export type { PlanCommentOptions, PlanViewOptions } from './plan-options.ts';
export { hasChanges } from './plan-summary.ts';
