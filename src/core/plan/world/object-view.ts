import type { JsonObject } from '../../json/json.ts';
import { mapReferences } from '../../resource/reference.ts';
import { addressOf } from './label.ts';
import { labelsOf } from './labels.ts';
import { findObject } from './listing.ts';
import { documentOf, keyOf } from './projected-object.ts';
import type { ProjectedObject, World } from './world.ts';

/**
 * What expressions see of an object: its document with defaults filled in, plus `id`, `address` and `labels`.
 * A reference is `{ id, type }`, and where its type was read also `name` and `address`.
 */
export function viewOf(world: World, object: ProjectedObject): JsonObject {
  const view = (document: JsonObject): JsonObject => ({
    ...namedReferences(world, document),
    id: object.handle,
    address: addressOf(world, object),
  });
  return { ...view(documentOf(object)), labels: labelsOf(world, object, view) };
}

/** Documents that refer to nothing: iterators look at the same ones again and again, and documents never change. */
const withoutReferences = new WeakSet<JsonObject>();

function namedReferences(world: World, document: JsonObject): JsonObject {
  if (withoutReferences.has(document)) return document;
  const named = mapReferences(document, (reference) => {
    const target = findObject(world, reference.$type, reference.$handle);
    const seen: JsonObject = { id: reference.$handle, type: reference.$type };
    return target === undefined
      ? seen
      : { ...seen, name: keyOf(world, target)?.at(-1) ?? '', address: addressOf(world, target) };
  }) as JsonObject;
  if (named === document) withoutReferences.add(document);
  return named;
}
