import type { FieldChange, NoopStep, Step } from '../../plan/plan.ts';
import { whyLasting } from '../../plan/steps/lasting-change.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';

/**
 * What taking a step back can not restore, each one sentence: what the platform does not show, does not let go of, or
 * makes anew with another id. Empty for a step that goes back in full.
 */
export function findLosses(descriptor: ResourceDescriptor, step: Exclude<Step, NoopStep>): readonly string[] {
  switch (step.kind) {
    case 'create':
      return irreversible(descriptor, step);
    case 'update':
    case 'rename':
      return [
        ...irreversible(descriptor, step),
        ...step.changes.flatMap((change) => lossOf(descriptor, step.address, change)),
      ];
    case 'delete':
      return [...irreversible(descriptor, step), ...lossesOfDelete(descriptor, step.address, step.reversibility)];
    default:
      return step satisfies never;
  }
}

function irreversible(descriptor: ResourceDescriptor, step: Exclude<Step, NoopStep>): readonly string[] {
  if (!isNeverTakenBack(descriptor, step)) return [];
  return [`${step.address}: the ${step.kind} of a ${descriptor.noun} can not be taken back.`];
}

/** True when nothing of the step can be taken back, whatever it writes; a step may lose single fields all the same. */
export function isNeverTakenBack(
  { reversibility }: ResourceDescriptor,
  { kind }: Pick<Exclude<Step, NoopStep>, 'kind'>,
): boolean {
  return reversibility[kind === 'rename' ? 'update' : kind] === 'irreversible';
}

function lossOf(descriptor: ResourceDescriptor, address: string, change: FieldChange): readonly string[] {
  const why = whyLasting(descriptor, change);
  return why === undefined ? [] : [`${address}: ${why}`];
}

function lossesOfDelete(
  descriptor: ResourceDescriptor,
  address: string,
  reversibility: Step['reversibility'],
): readonly string[] {
  if (descriptor.restorable || reversibility === 'irreversible') return [];
  const unseen = [...Object.keys(descriptor.hidden), ...descriptor.secret];
  return [
    ...(reversibility === 'new-id'
      ? [`${address} comes back with another id; what knows its old id outside of the plan has to be told.`]
      : []),
    ...(unseen.length === 0 ? [] : [`${address} comes back without ${unseen.join(', ')}, which are never shown.`]),
  ];
}
