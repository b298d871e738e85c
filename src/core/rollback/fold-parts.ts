import { withValueAt } from '../json/path.ts';
import type { Catalogue } from '../resource/descriptor.ts';
import { parentIdOf } from '../resource/part.ts';
import type { AppliedStep, KeptPart } from './applied-step.ts';
import { inverseChanges } from './inverse-changes.ts';

/**
 * The applied steps without those on parts of an object that the run deleted afterwards: their inverse goes into what
 * comes back with the object, which was kept when it was deleted.
 */
export function foldParts(applied: readonly AppliedStep[], catalogue: Catalogue): readonly AppliedStep[] {
  const deleted = new Map(
    applied
      .filter(({ step }) => step.kind === 'delete')
      .map((entry) => [`${entry.step.type} ${entry.step.handle}`, entry]),
  );
  const folded = new Map<AppliedStep, readonly KeptPart[]>();
  const kept = applied.filter((entry) => {
    const parent = deleted.get(parentOf(entry, catalogue) ?? '');
    if (parent === undefined || entry.step.kind === 'delete') return true;
    folded.set(parent, takeBack(entry, folded.get(parent) ?? parent.parts ?? [], catalogue));
    return false;
  });
  return kept.map((entry) => {
    const parts = folded.get(entry);
    return parts === undefined ? entry : { ...entry, parts };
  });
}

function parentOf({ step }: AppliedStep, catalogue: Catalogue): string | undefined {
  const descriptor = catalogue.find(step.type);
  if (descriptor === undefined || descriptor.shape.kind === 'object') return undefined;
  return `${descriptor.shape.parentType} ${parentIdOf(catalogue, descriptor, step.handle)}`;
}

function takeBack(entry: AppliedStep, parts: readonly KeptPart[], catalogue: Catalogue): readonly KeptPart[] {
  const descriptor = catalogue.find(entry.step.type);
  const isIt = (part: KeptPart): boolean => part.type === entry.step.type && part.id === entry.id;
  if (descriptor === undefined || entry.step.kind === 'create') return parts.filter((part) => !isIt(part));
  const changes = inverseChanges(descriptor, entry);
  return parts.map((part) =>
    isIt(part)
      ? {
          ...part,
          document: changes.reduce((document, { path, after }) => withValueAt(document, path, after), part.document),
        }
      : part,
  );
}
