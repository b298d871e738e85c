import { limitOn } from '../../resource/limit.ts';
import type { Step } from '../plan.ts';
import { report, type World } from '../world/world.ts';

const what = { create: 'made', update: 'changed', rename: 'renamed', delete: 'deleted' } as const;

/** Refuses plans that need what the public API does not offer for a type, with the reason. */
export function checkTypeLimits(world: World, steps: readonly Step[]): void {
  for (const step of steps) {
    if (step.kind === 'noop') continue;
    const descriptor = world.input.catalogue.find(step.type);
    const reason = descriptor === undefined ? undefined : limitOn(descriptor, step.kind);
    if (reason === undefined) continue;
    report(world, 'SB1033', `${step.address} can not be ${what[step.kind]}: ${reason}.`, {
      address: step.address,
      ...(step.source === undefined ? {} : { source: step.source }),
    });
  }
}
