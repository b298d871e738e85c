import type { AppliedStep } from '../../core/rollback/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import type { RunMemory, StepRecord } from '../journal/index.ts';

/**
 * The forward steps that wrote something, in plan order, those included that were refused half-way. Steps that matched
 * already or wrote nothing are not among them.
 */
export function appliedSteps(plan: Plan, memory: Pick<RunMemory, 'forward'>): readonly AppliedStep[] {
  return plan.steps.flatMap((step): readonly AppliedStep[] => {
    const record = memory.forward.get(step.id);
    if (step.kind === 'noop' || record?.intent === undefined || record.outcome === undefined) return [];
    return [{ step, id: record.outcome.id, ...imageOf(record) }];
  });
}

function imageOf(record: StepRecord): Omit<AppliedStep, 'step' | 'id'> {
  const { intent } = record;
  return {
    actual: record.failed === undefined ? [] : (record.failed.actual ?? record.outcome?.actual ?? []),
    ...(intent?.before === undefined ? {} : { before: intent.before.document }),
    ...(intent?.changes === undefined ? {} : { changes: intent.changes }),
    ...(intent?.document === undefined ? {} : { document: intent.document }),
    ...(intent?.parts === undefined ? {} : { parts: intent.parts }),
  };
}
