import type { Step } from '../plan.ts';
import { report, type World } from '../world/world.ts';

/** Refuses plans that reach further than the environment allows. */
export function checkLimits(world: World, steps: readonly Step[]): void {
  const { maxObjects, maxDeletes } = world.input.environment.limits;
  const touched = new Set(steps.filter((step) => step.kind !== 'noop').map((step) => `${step.type} ${step.handle}`))
    .size;
  const deleted = steps.filter((step) => step.kind === 'delete').length;
  if (touched > maxObjects)
    report(
      world,
      'SB1009',
      `The plan touches ${touched} objects; ${world.input.environment.name} allows ${maxObjects}.`,
    );
  if (deleted > maxDeletes)
    report(
      world,
      'SB1010',
      `The plan deletes ${deleted} objects; ${world.input.environment.name} allows ${maxDeletes}.`,
    );
}
