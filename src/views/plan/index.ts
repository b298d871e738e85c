/** A plan as text, JSON and Markdown. */
export { planToHuman } from './human.ts';
export { planToJson } from './json.ts';
export { planToMarkdown } from './markdown.ts';
export type { PlanViewOptions } from './plan-options.ts';
export { hasChanges } from './plan-summary.ts';
