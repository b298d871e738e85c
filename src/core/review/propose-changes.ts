import type { PlanInput, PlanResult } from '../plan/plan-input.ts';
import { planInWorld } from '../plan/plan-changes.ts';
import { createWorld } from '../plan/world/world.ts';
import { reviewPlan } from './review-plan.ts';

/**
 * The plan with everything a reviewer needs: its review, and the findings of checks and policies among the diagnostics.
 * Pure, like `planChanges`, and asks for reads in the same way.
 */
export function proposeChanges(input: PlanInput): PlanResult {
  const world = createWorld(input);
  const result = planInWorld(world);
  if (result.kind === 'reads') return result;
  const plan = reviewPlan(world, result.plan);
  return world.missing.size > 0 ? { kind: 'reads', reads: [...world.missing.values()] } : { kind: 'plan', plan };
}
