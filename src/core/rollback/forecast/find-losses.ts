import { isHidden } from '../../three-way/equal-values.ts';
import type { Json } from '../../json/json.ts';
import { formatPath } from '../../json/path.ts';
import type { FieldChange, NoopStep, Step } from '../../plan/plan.ts';
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

function irreversible({ noun }: ResourceDescriptor, step: Exclude<Step, NoopStep>): readonly string[] {
  if (step.reversibility !== 'irreversible') return [];
  return [`${step.address}: the ${step.kind} of a ${noun} can not be taken back.`];
}

function lossOf(descriptor: ResourceDescriptor, address: string, change: FieldChange): readonly string[] {
  const { path, before } = change;
  const [field = ''] = path;
  const name = formatPath(path);
  if (isHidden(descriptor, path))
    return [`${address}: ${name} is never shown, so its value from before is not known and the new one stays.`];
  if (!isNothing(before)) return [];
  if (field === descriptor.content?.field)
    return [`${address}: what is published for the first time stays published; there is no earlier version.`];
  const stays = path.length === 1 && [...descriptor.required, ...(descriptor.neverCleared ?? [])].includes(field);
  return stays ? [`${address}: ${name} had no value, and the platform does not let it be cleared again.`] : [];
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

function isNothing(value: Json | undefined): boolean {
  return value === undefined || value === null;
}
