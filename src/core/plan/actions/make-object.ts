import type { WriteAction } from '../../changeset/action.ts';
import type { Json, JsonObject } from '../../json/json.ts';
import { formatAddress, type Address } from '../../resource/address.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import { isSingle } from '../../resource/key.ts';
import { keyLength, ownKeyFields } from '../../resource/part.ts';
import { linkValue } from '../values/link-document.ts';
import { incompleteBecause, indexPart, objectsMap } from '../world/listing.ts';
import { beforeOf, indexKey, setDocument, setExists, withParent } from '../world/projected-object.ts';
import { report, type ProjectedObject, type World } from '../world/world.ts';
import { deletedNamesake } from '../world/deleted-namesake.ts';

/** A new object under the address, or undefined when it may not be made; says why not. */
export function makeObject(
  world: World,
  wanted: {
    readonly descriptor: ResourceDescriptor;
    readonly parent?: ProjectedObject | undefined;
    readonly address: Address;
    readonly action: WriteAction;
  },
): ProjectedObject | undefined {
  const { descriptor, parent, address, action } = wanted;
  if (world.missing.size > 0) return undefined;
  const text = formatAddress(address);
  const unseen =
    incompleteBecause(world, descriptor, parent) ??
    (descriptor.shape.kind === 'facet' ? 'its parent did not show it' : undefined);
  if (unseen !== undefined) {
    report(world, 'SB1007', `${text} was not found, but ${unseen}; making it could make a twin.`, {
      address: text,
      source: action.source,
    });
    return undefined;
  }
  if (isSingle(descriptor)) {
    report(world, 'SB1032', `The organisation shows no ${descriptor.noun}, so there is nothing to change.`, {
      address: text,
      source: action.source,
    });
    return undefined;
  }
  const namesake = deletedNamesake(world, descriptor, address, action.source);
  if (namesake.kind === 'stop') return undefined;
  const handle = namesake.kind === 'deleted' ? namesake.live.id : handleOfNew(world, descriptor, parent, address);
  const gone = objectsMap(world, descriptor.type).get(handle);
  const key = keyFields(world, descriptor, address, action);
  if (gone !== undefined) return makeAnew(world, gone, key);
  const object: ProjectedObject = {
    handle,
    descriptor,
    parent,
    ...(namesake.kind === 'deleted' ? { deleted: namesake.live } : {}),
    before: {},
    exists: true,
    actions: new Set(),
    owned: [],
  };
  object.document = withParent(object, key);
  object.owned.push(...Object.keys(object.document).map((field) => [field]));
  objectsMap(world, descriptor.type).set(handle, object);
  if (parent !== undefined) indexPart(world, parent, object);
  world.generation += 1;
  const indexed = indexKey(world, object);
  const index = world.keys.get(descriptor.type);
  if (indexed !== undefined && index !== undefined) index.set(indexed, [...(index.get(indexed) ?? []), object]);
  return object;
}

function handleOfNew(
  world: World,
  descriptor: ResourceDescriptor,
  parent: ProjectedObject | undefined,
  address: Address,
): string {
  return descriptor.shape.kind === 'child' && parent !== undefined
    ? `${parent.handle}/${ownParts(descriptor, address).join('/')}`
    : `new#${++world.created}`;
}

/** A child's id is its key, so one that an earlier action deleted is the same object again, with nothing left in it. */
function makeAnew(world: World, gone: ProjectedObject, key: JsonObject): ProjectedObject {
  gone.owned.push(...Object.keys(beforeOf(gone)).map((field) => [field]));
  setExists(world, gone, true);
  setDocument(world, gone, withParent(gone, key));
  return gone;
}

/**
 * The key parts of the address as the fields they stand for, references where they name another object; a part's parent
 * comes from `withParent`.
 */
function keyFields(
  world: World,
  descriptor: ResourceDescriptor,
  address: Address,
  { source }: WriteAction,
): JsonObject {
  const { catalogue } = world.input;
  const own = ownKeyFields(descriptor);
  let from = address.key.length - own.reduce((sum, field) => sum + keyLength(catalogue, descriptor, field), 0);
  return Object.fromEntries(
    own.map((field): [string, Json] => {
      const parts = address.key.slice(from, (from += keyLength(catalogue, descriptor, field)));
      const target = descriptor.references.find(({ path }) => path === field)?.type;
      if (typeof target !== 'string') return [field, parts[0] ?? ''];
      const $ref = formatAddress({ type: target, key: parts });
      return [field, linkValue(world, { $ref }, { address: formatAddress(address), source })];
    }),
  );
}

function ownParts(descriptor: ResourceDescriptor, { key }: Address): readonly string[] {
  return key.slice(key.length - ownKeyFields(descriptor).length);
}
