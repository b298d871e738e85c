import type { AppliedStep } from '../../core/rollback/index.ts';
import type { Plan } from '../../core/index.ts';
import type { RunMemory, StepRecord } from '../journal/index.ts';

/**
 * The forward steps that wrote, or may have written, something, in plan order. Steps that were settled as matching or
 * never sent anything are not among them.
 */
export function appliedSteps(plan: Plan, memory: Pick<RunMemory, 'forward'>): readonly AppliedStep[] {
  return plan.steps.flatMap((step): readonly AppliedStep[] => {
    const record = memory.forward.get(step.id);
    if (step.kind === 'noop' || record?.intent === undefined || record.verified?.matching === true) return [];
    if (record.outcome === undefined && step.kind === 'create') return [];
    return [{ step, id: record.outcome?.id ?? record.intent.before?.id, ...imageOf(record) }];
  });
}

function imageOf(record: StepRecord): Omit<AppliedStep, 'step' | 'id'> {
  const { intent } = record;
  return {
    actual: record.failed?.actual ?? [],
    ...(intent?.before === undefined ? {} : { before: intent.before.document }),
    ...(intent?.changes === undefined ? {} : { changes: intent.changes }),
    ...(intent?.document === undefined ? {} : { document: intent.document }),
    ...(intent?.parts === undefined ? {} : { parts: intent.parts }),
  };
}
