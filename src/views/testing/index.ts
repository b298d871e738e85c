/** Plans, runs and sheets with names as live organisations have them, for tests of what is shown. */
export { plan } from './plans.ts';
export { reviewedPlan } from './reviews.ts';
export { deletingPlan, emptyPlan, hugePlan, longFieldsPlan, refusedPlan } from './special-plans.ts';
