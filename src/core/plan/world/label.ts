import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { formatAddress } from '../../resource/address.ts';
import { comparableKey } from '../../resource/key.ts';
import { mapReferences } from '../../resource/reference.ts';
import { ensureListed, findObject, objectsByKey } from './listing.ts';
import { keyOf } from './projected-object.ts';
import type { ProjectedObject, World } from './world.ts';

/**
 * The one-line address the object has now; twins get `~` and the start of their id, so that each has its own, but for the
 * one that is pinned or bound to the plain address.
 */
export function addressOf(world: World, object: ProjectedObject): string {
  const key = keyOf(world, object);
  if (key === undefined) return `${object.descriptor.type}/~${object.handle}`;
  const address = formatAddress({ type: object.descriptor.type, key });
  if (object.live === undefined || object.descriptor.key.unique) return address;
  const twins = objectsByKey(world, object.descriptor, comparableKey(object.descriptor.key, key));
  return twins.length > 1 && !isMeantBy(world, address, object) ? `${address}~${object.handle.slice(0, 8)}` : address;
}

/** True when a pin, or without one the baseline, says that the address means this object. */
function isMeantBy({ input }: World, address: string, object: ProjectedObject): boolean {
  const pin = input.environment.pins.find((candidate) => candidate.address === address);
  return (pin?.id ?? input.baseline.entries[address]?.id) === object.handle;
}

/** The address behind a handle; asks for the type to be read when it was not. */
export function addressOfHandle(world: World, type: string, handle: string): string {
  const descriptor = world.input.catalogue.find(type);
  if (descriptor !== undefined && descriptor.shape.kind === 'object') ensureListed(world, descriptor);
  const object = findObject(world, type, handle);
  return object === undefined ? `${type}/~${handle}` : addressOf(world, object);
}

/** The name of the division that a linked document lies in; undefined where it says none. */
export function divisionIn(world: World, document: JsonObject | undefined): string | undefined {
  const division = document?.['division'];
  if (!isJsonObject(division) || typeof division['$handle'] !== 'string' || typeof division['$type'] !== 'string')
    return undefined;
  return addressOfHandle(world, division['$type'], division['$handle']).split('/').slice(1).join('/');
}

/** The value with `$ref` beside every `$handle`, for people. */
export function labelled(world: World, value: Json): Json {
  return mapReferences(value, (reference) => ({
    $handle: reference.$handle,
    $type: reference.$type,
    $ref: addressOfHandle(world, reference.$type, reference.$handle),
  }));
}

/** `labelled`, keeping absent values absent. */
export function labelledIfPresent(world: World, value: Json | undefined): Json | undefined {
  return value === undefined || (isJsonArray(value) && value.length === 0) ? value : labelled(world, value);
}
