import type { Step } from '../plan/plan.ts';
import type { StepCounts } from './review.ts';

/** How many steps of each kind there are. */
export function countSteps(steps: readonly Step[]): StepCounts {
  const counts = { create: 0, update: 0, rename: 0, delete: 0, noop: 0 };
  for (const { kind } of steps) counts[kind] += 1;
  return counts;
}
