import { isSameJson, valueAt } from '../../core/index.ts';
import type { EvaluatedValue, Plan, Step } from '../../core/plan/index.ts';

/** The computed values that no step shows as what a field becomes: those that change nothing, or only a part of a field. */
export function hiddenValues(plan: Plan): readonly EvaluatedValue[] {
  const steps = Map.groupBy(plan.steps, ({ address }) => address);
  return plan.values.filter((value) => !(steps.get(value.address) ?? []).some((step) => isShownBy(step, value)));
}

function isShownBy(step: Step, { path, value }: EvaluatedValue): boolean {
  switch (step.kind) {
    case 'create':
      return isSameJson(valueAt(step.after, path) ?? null, value);
    case 'update':
    case 'rename':
      return step.changes.some(
        (change) => change.path.join('\n') === path.join('\n') && isSameJson(change.after, value),
      );
    case 'delete':
    case 'noop':
      return false;
    default:
      return step satisfies never;
  }
}
