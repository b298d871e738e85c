import { judgeFit } from '../gates/window-fit.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from '../plan/world/world.ts';
import type { PlanReview } from './review.ts';

/** The review with what windows, freezes and deadline of the environment mean for the plan; needs its cost. */
export function withWindowFit({ input }: World, plan: Plan, review: PlanReview): PlanReview {
  const windowFit = judgeFit(input.environment.gates, {
    lane: input.artifact.changeset.metadata.lane,
    instantMs: Date.parse(plan.asOf),
    minutes: review.cost.minutes,
    waves: plan.waves?.length ?? 1,
  });
  return windowFit === undefined ? review : { ...review, windowFit };
}
