import { isJsonArray, isJsonObject, type Json } from '../../json/json.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import { referencesIn } from '../../resource/reference.ts';
import { documentOf } from '../../plan/world/projected-object.ts';
import type { ProjectedObject } from '../../plan/world/world.ts';

/** Touched or reached objects by handle; two types may share one. */
export type Targets = ReadonlyMap<string, readonly ProjectedObject[]>;

/** The targets that the object refers to once the plan is done, each once. */
export function targetsOf(object: ProjectedObject, targets: Targets): readonly ProjectedObject[] {
  // Cheap refusal first: a canonical document of each of 100,000 objects is dear.
  if (object.actions.size === 0 && object.live !== undefined && !mentionsAny(object.live.body, targets)) return [];
  const found = referencesIn(documentOf(object)).flatMap(({ $handle, $type }) =>
    (targets.get($handle) ?? []).filter((target) => target !== object && target.descriptor.type === $type),
  );
  return [...new Set(found)];
}

/** True where a reference of the type can lead to one of the types. */
export function canReferToAny({ references }: ResourceDescriptor, types: ReadonlySet<string>): boolean {
  return references.some(({ type }) =>
    typeof type === 'string' ? types.has(type) : Object.values(type.types).some((name) => types.has(name)),
  );
}

/** Ids may stand inside longer texts (lists written as text). */
function mentionsAny(value: Json, targets: Targets): boolean {
  if (typeof value === 'string') return targets.has(value) || (value.startsWith('[') && listsAny(value, targets));
  if (isJsonArray(value)) return value.some((item) => mentionsAny(item, targets));
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(([name, inner]) => targets.has(name) || mentionsAny(inner, targets));
}

function listsAny(text: string, targets: Targets): boolean {
  return text.split('"').some((part) => targets.has(part));
}
