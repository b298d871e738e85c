import { canonicalJson } from '../../../json/canonical-json.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../json/json.ts';
import { addressOfHandle } from '../../../plan/world/label.ts';
import type { World } from '../../../plan/world/world.ts';
import { isLinkedReference, mapReferences } from '../../../resource/reference.ts';

/** Elements of a list field that the plan adds; labels of references do not count. */
export function addedTo(
  field: string,
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): readonly JsonObject[] {
  const had = new Set(objectsIn(before?.[field]).map(textOf));
  return objectsIn(after?.[field]).filter((item) => !had.has(textOf(item)));
}

/** What people call the object behind a reference; `*` and what is no reference are what they are. */
export function nameOfReference(world: World, value: Json | undefined): string {
  if (isLinkedReference(value)) return addressOfHandle(world, value.$type, value.$handle);
  return value === '*' ? 'all divisions' : String(value ?? 'nothing');
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return isJsonArray(value) ? value.filter(isJsonObject) : [];
}

function textOf(item: JsonObject): string {
  return canonicalJson(mapReferences(item, ({ $handle, $type }) => ({ $handle, $type })));
}
