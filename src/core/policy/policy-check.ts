import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from '../plan/world/world.ts';
import type { PlanReview } from '../review/review.ts';

/** What checks and policies look at. */
export interface PolicyContext {
  /** The organisation as the plan leaves it (`documentOf`) and as it is (`beforeOf`). What is not read yet is noted there. */
  readonly world: World;
  readonly plan: Plan;
  readonly review: PlanReview;
}

/** One built-in check: a pure look at a plan. One file each, with a stable code. */
export type PolicyCheck = (context: PolicyContext) => readonly Diagnostic[];
