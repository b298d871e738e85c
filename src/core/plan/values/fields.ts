import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import type { JsonObject } from '../../json/json.ts';
import { formatPath, type FieldPath } from '../../json/path.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { isSameField } from '../../resource/canonical-form.ts';
import { valueAt } from '../../json/path.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import { comparableKey } from '../../resource/key.ts';
import { objectsByKey } from '../world/listing.ts';
import { beforeOf, isUnseenSinceCreation, keyOf, keyWith } from '../world/projected-object.ts';
import { report, type ProjectedObject, type World } from '../world/world.ts';

/** True when every top-level name is a field of the type; reports the others with the nearest right name. */
export function areKnownFields(
  world: World,
  descriptor: ResourceDescriptor,
  values: JsonObject,
  place: { readonly address: string; readonly source: SourceLocation },
): boolean {
  const unknown = Object.keys(values).filter(
    (name) => !descriptor.fields.includes(name) && name !== descriptor.content?.field,
  );
  for (const name of unknown) {
    const nearest = nearestName(name, descriptor.fields);
    const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    report(world, 'SB1020', `"${name}" is not a field of ${descriptor.type} (${place.address}).${hint}`, place);
  }
  return unknown.length === 0;
}

/** True unless a declared path changes a field of an existing object that can be given on creation only. */
export function respectsCreateOnly(
  world: World,
  object: ProjectedObject,
  document: JsonObject,
  place: { readonly address: string; readonly source: SourceLocation },
): boolean {
  if (object.live === undefined) return true;
  const moved = object.descriptor.createOnly
    .filter((field) => !isUnseenSinceCreation(object, field))
    .map((field): FieldPath => [field])
    .filter((path) => !isSameField(object.descriptor, path, valueAt(beforeOf(object), path), valueAt(document, path)));
  for (const path of moved)
    report(
      world,
      'SB1014',
      `${formatPath(path)} of ${place.address} can not be changed once the object exists.`,
      place,
    );
  return moved.length === 0;
}

/**
 * True unless the document gives the object another key than it may have: that of its address, or any that is free where
 * no address is given. Two objects under one key would be twins.
 */
export function respectsKey(
  world: World,
  object: ProjectedObject,
  document: JsonObject,
  place: { readonly address: string; readonly source: SourceLocation; readonly key?: readonly string[] | undefined },
): boolean {
  const { descriptor } = object;
  const [own, next] = [keyOf(world, object), keyWith(world, object, document)];
  if (own === undefined || next === undefined) return true;
  const key = comparableKey(descriptor.key, next);
  if (key === comparableKey(descriptor.key, own)) return true;
  const isMeant = place.key === undefined || comparableKey(descriptor.key, place.key) === key;
  const isFree =
    descriptor.shape.kind === 'object' && objectsByKey(world, descriptor, key).every((other) => other === object);
  if (isMeant && isFree) return true;
  const called = next.join(' ');
  const why = isMeant ? `which something else is called` : 'which is not its address';
  report(world, 'SB1029', `The values would call ${place.address} "${called}", ${why}.`, {
    address: place.address,
    source: place.source,
  });
  return false;
}
