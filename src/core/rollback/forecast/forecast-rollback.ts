import { hasErrors } from '../../diagnostic/diagnostic.ts';
import type { Plan } from '../../plan/plan.ts';
import type { World } from '../../plan/world/world.ts';
import type { Reversibility } from '../../resource/descriptor.ts';
import type { RollbackForecast } from '../../review/review.ts';
import { checkedUndo } from '../plan-rollback.ts';
import { findLosses } from './find-losses.ts';
import { inverseSteps } from './inverse-steps.ts';
import { projectedRollback } from './projected-input.ts';
import { checksAfterRollback, successSentences } from './success-checks.ts';

/**
 * The way back from a plan, computed and checked by what plans real rollbacks, over the organisation as the plan leaves
 * it. Outside the decision. A plan with errors has none: no step of it will be carried out.
 */
export function forecastRollback(world: World, plan: Plan): RollbackForecast {
  const { catalogue, environment } = world.input;
  const isPlanned = !hasErrors(plan.diagnostics);
  const checked = isPlanned ? checkedUndo(projectedRollback(world, plan)).checked : [];
  const steps = isPlanned ? inverseSteps(plan, catalogue, checked) : [];
  const checks = isPlanned ? checksAfterRollback(world, plan) : [];
  const refusals = checked.flatMap(({ diagnostics, step }) =>
    diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ detail }) => (detail.startsWith(step.address) ? detail : `${step.address}: ${detail}`)),
  );
  return {
    reversibility: worstOf(steps.map(({ reversibility }) => reversibility)),
    steps,
    problems: [...refusals, ...lossesOf(world, isPlanned ? plan : { steps: [] })],
    approvers: environment.rollback?.approvers ?? [],
    successChecks: successSentences(steps, checks),
    checks,
  };
}

function lossesOf({ input }: World, { steps }: Pick<Plan, 'steps'>): readonly string[] {
  return steps.flatMap((step) => {
    const descriptor = input.catalogue.find(step.type);
    return step.kind === 'noop' || descriptor === undefined ? [] : findLosses(descriptor, step);
  });
}

function worstOf(found: readonly Reversibility[]): Reversibility {
  return found.includes('irreversible') ? 'irreversible' : found.includes('new-id') ? 'new-id' : 'exact';
}
