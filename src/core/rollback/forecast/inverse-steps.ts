import { formatPath } from '../../json/path.ts';
import type { NoopStep, Plan, Step } from '../../plan/plan.ts';
import type { Catalogue, ResourceDescriptor } from '../../resource/descriptor.ts';
import type { InverseStep } from '../../review/review.ts';
import type { CheckedStep } from '../check-undo.ts';
import { findLosses, isNeverTakenBack } from './find-losses.ts';

type WriteStep = Exclude<Step, NoopStep>;

/**
 * How each step of the plan would be taken back, in the order of a rollback. Steps without an inverse of their own, on
 * parts that come and go with their parent, follow at the end.
 */
export function inverseSteps(
  plan: Plan,
  catalogue: Catalogue,
  checked: readonly CheckedStep[],
): readonly InverseStep[] {
  const writes = new Map(plan.steps.flatMap((step) => (step.kind === 'noop' ? [] : [[step.id, step] as const])));
  const inverted = checked.flatMap((entry) => {
    const step = writes.get(entry.step.id);
    const descriptor = step === undefined ? undefined : catalogue.find(step.type);
    return step === undefined || descriptor === undefined ? [] : [inverseOf(step, descriptor, entry)];
  });
  const done = new Set(inverted.map(({ stepId }) => stepId));
  return [...inverted, ...[...writes.values()].filter(({ id }) => !done.has(id)).map(withItsParent)];
}

function inverseOf(
  step: WriteStep,
  descriptor: ResourceDescriptor,
  { step: undo, diagnostics }: CheckedStep,
): InverseStep {
  const refusals = diagnostics.filter(({ severity }) => severity === 'error').map(({ detail }) => detail);
  const losses = findLosses(descriptor, step);
  const isRefused = refusals.length > 0 || isNeverTakenBack(descriptor, step);
  const kind = isRefused ? 'none' : kindOf(undo, descriptor);
  const reasons = [...refusals, ...losses];
  return {
    stepId: step.id,
    address: undo.address,
    kind,
    reversibility: isRefused ? 'irreversible' : step.reversibility,
    effect: kind === 'none' ? 'none' : step.effect,
    text: [...(isRefused ? [] : [textOf(undo, kind, step)]), ...reasons].join(' '),
  };
}

function kindOf(undo: Step, descriptor: ResourceDescriptor): InverseStep['kind'] {
  if (undo.kind === 'create' && descriptor.restorable) return 'restore';
  if (undo.kind === 'noop') return 'none';
  return undo.kind === 'update' && undo.changes.length === 0 ? 'none' : undo.kind;
}

function textOf(undo: Step, kind: InverseStep['kind'], step: WriteStep): string {
  switch (kind) {
    case 'create':
      return 'It is made anew as it was.';
    case 'restore':
      return 'It is brought back under its old id.';
    case 'delete':
      return 'It is deleted again.';
    case 'rename':
      return `It is called ${undo.address} again${undo.kind === 'rename' ? fieldsOf(undo.changes) : ''}.`;
    case 'update':
      return `Set back${undo.kind === 'update' ? fieldsOf(undo.changes) : ''}.`;
    case 'none':
      return step.kind === 'delete' ? 'It is not made anew.' : 'Nothing of it can be set back.';
    default:
      return kind satisfies never;
  }
}

function fieldsOf(changes: readonly { readonly path: readonly string[] }[]): string {
  if (changes.length === 0) return '';
  const shown = changes.slice(0, 5).map(({ path }) => formatPath(path));
  const more = changes.length > shown.length ? ` and ${changes.length - shown.length} more fields` : '';
  return `: ${shown.join(', ')}${more}`;
}

function withItsParent(step: WriteStep): InverseStep {
  const { id, address, reversibility } = step;
  const text = 'It comes and goes with what it is a part of.';
  return { stepId: id, address, kind: 'none', reversibility, effect: 'none', text };
}
