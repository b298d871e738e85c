import type { Plan, Step } from '../../core/plan/index.ts';
import { amountOf } from '../text/amount.ts';

/** Step kinds in the order people read them. */
export const stepKinds = ['create', 'update', 'rename', 'delete', 'noop'] as const satisfies readonly Step['kind'][];

/** How many steps of each kind the plan has. */
export function countKinds(plan: Plan): Readonly<Record<Step['kind'], number>> {
  const counts: Record<Step['kind'], number> = { create: 0, update: 0, rename: 0, delete: 0, noop: 0 };
  for (const step of plan.steps) counts[step.kind] += 1;
  return counts;
}

/** True when the plan would write. */
export function hasChanges(plan: Plan): boolean {
  return plan.steps.some((step) => step.kind !== 'noop');
}

/** What the plan does, in one sentence without its full stop: `2 to create, 1 to update; 5 already as they should be`. */
export function summariseKinds(plan: Plan): string {
  const counts = countKinds(plan);
  const changing = stepKinds
    .filter((kind) => kind !== 'noop' && counts[kind] > 0)
    .map((kind) => `${counts[kind]} to ${kind}`);
  const same =
    counts.noop === 0
      ? ''
      : `; ${amountOf(counts.noop, 'object')} already as it should be`.replace(
          /objects already as it/u,
          'objects already as they',
        );
  return `${changing.length === 0 ? 'nothing to change' : changing.join(', ')}${same}`;
}

/** What undoing means, for people. */
export const reversibilityWords = {
  exact: 'can be undone exactly',
  'new-id': 'can be undone, but the object gets a new id',
  irreversible: 'can not be undone',
} as const;

/** What a change does to interactions, for people. */
export const effectWords = {
  'in-progress': 'reaches interactions in progress',
  'new-only': 'reaches new interactions only',
  none: 'reaches no interactions',
} as const;
