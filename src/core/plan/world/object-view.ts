import type { Json, JsonObject } from '../../json/json.ts';
import { mapReferences } from '../../resource/reference.ts';
import { addressOf } from './label.ts';
import { findObject } from './listing.ts';
import { documentOf, keyOf } from './projected-object.ts';
import type { ProjectedObject, World } from './world.ts';

/**
 * What expressions see of an object: its document with defaults filled in, plus `id`, `address` and `labels`.
 * A reference is `{ id, type }`, and where its type was read also `name` and `address`.
 */
export function viewOf(world: World, object: ProjectedObject): JsonObject {
  const document = mapReferences(documentOf(object), (reference) => {
    const target = findObject(world, reference.$type, reference.$handle);
    const seen: JsonObject = { id: reference.$handle, type: reference.$type };
    return target === undefined
      ? seen
      : { ...seen, name: keyOf(world, target)?.at(-1) ?? '', address: addressOf(world, target) };
  }) as JsonObject;
  return { ...document, id: object.handle, address: addressOf(world, object), labels: labelsOf(world, object) };
}

/** A label that only other objects of the type have is the empty text, so that `x.labels.tier == "vip"` can be asked of all. */
function labelsOf(world: World, object: ProjectedObject): JsonObject {
  const name = keyOf(world, object)?.[0] ?? '';
  const selectors = world.input.environment.labels.filter((selector) => selector.type === object.descriptor.type);
  const labels: Record<string, Json> = {};
  for (const selector of selectors) for (const label of Object.keys(selector.labels)) labels[label] = '';
  for (const selector of selectors) if (matchesGlob(selector.name, name)) Object.assign(labels, selector.labels);
  return labels;
}

/** True when the text fits the glob, in which `*` stands for any text. Both are compared after NFC. */
export function matchesGlob(glob: string, text: string): boolean {
  const parts = glob.normalize('NFC').split('*');
  const value = text.normalize('NFC');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return value === first;
  if (!value.startsWith(first) || !value.endsWith(last) || value.length < first.length + last.length) return false;
  let position = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = value.indexOf(part, position);
    if (found < 0 || found + part.length > value.length - last.length) return false;
    position = found + part.length;
  }
  return true;
}
