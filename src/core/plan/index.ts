/** The one planner: simulate, deploy, rollback and drift all decide through it. Never reads or writes anything itself. */
export { planChanges } from './plan-changes.ts';
export { decisionDigest, decisionOf } from './decision.ts';
export { isRelative } from './actions/relative.ts';
export { renderContent, revisionOf } from './actions/content.ts';
export { matchesGlob } from './world/object-view.ts';
export type { ContentFormats, PlanInput, PlanResult } from './plan-input.ts';
