import type { DescribedReference, DescribedType } from '../model/description.ts';
import { propertyNames, typeAt } from '../model/model-form.ts';
import type { EntityReference } from '../entity/entity-type.ts';

/** Values of the field beside an id that say which type it is of. */
const tagsOfTypes: Readonly<Record<string, string>> = {
  group: 'GROUP',
  team: 'TEAM',
  routing_skill_group: 'SKILLGROUP',
  user: 'USER',
};

/** The references that the description names; `holds` says which of their targets cannot be deleted meanwhile. */
export function describedReferences(
  { model, references = [] }: DescribedType,
  holds: Readonly<Record<string, 400 | 409>>,
): readonly EntityReference[] {
  return references
    .filter(({ path }) => !path.includes('{'))
    .flatMap((reference) => {
      const shared = { path: reference.path, ...shownAt(model, reference.path) };
      return targetsOf(reference).map(({ type, when }) => ({
        ...shared,
        type,
        ...(when === undefined ? {} : { when }),
        ...(holds[type] === undefined ? divisionHeld(reference.path) : { blocksDelete: holds[type] }),
      }));
    });
}

type Target = { readonly type: string; readonly when?: EntityReference['when'] };

function targetsOf({ type, types, by, when }: DescribedReference): readonly Target[] {
  if (type !== undefined) return [{ type, ...(when === undefined ? {} : { when }) }];
  return (types ?? []).map((name) => ({
    type: name,
    when: { field: by ?? 'type', values: [tagsOfTypes[name] ?? name] },
  }));
}

/** A division is not deleted while something is in it. */
function divisionHeld(path: string): Pick<EntityReference, 'blocksDelete'> {
  return path === 'division.id' ? { blocksDelete: 400 } : {};
}

/** Answers add name and address only where the model of the reference has them. */
function shownAt(model: string | null, path: string): Pick<EntityReference, 'shows'> {
  if (model === null || !path.endsWith('.id')) return {};
  const names = propertyNames(typeAt(model, path.slice(0, -3)) ?? '');
  if (!names) return { shows: [] };
  return { shows: (['name', 'selfUri'] as const).filter((name) => names.has(name)) };
}
