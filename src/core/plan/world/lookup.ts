import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import { formatAddress, type Address } from '../../resource/address.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import { comparableKey, isSingle, singleName } from '../../resource/key.ts';
import { ownKeyFields } from '../../resource/part.ts';
import { ensureListed, findObject, incompleteBecause, objectsByKey, partByKey } from './listing.ts';
import { liveKeyOf, keyOf } from './projected-object.ts';
import { report, type ProjectedObject, type World } from './world.ts';

/** What an address means now. `refused`: a diagnostic says why it can not be told. */
export type Lookup =
  | { readonly kind: 'found'; readonly object: ProjectedObject }
  | { readonly kind: 'absent'; readonly descriptor: ResourceDescriptor; readonly parent?: ProjectedObject | undefined }
  | { readonly kind: 'refused' };

/** Looks an address up: a pin first, then the binding of the baseline, then the key. */
export function lookUp(world: World, address: Address, source?: SourceLocation): Lookup {
  const descriptor = world.input.catalogue.find(address.type);
  if (descriptor === undefined) {
    report(world, 'SB1001', `"${address.type}" is not a type Signalbox knows.`, {
      address: formatAddress(address),
      source,
    });
    return { kind: 'refused' };
  }
  return descriptor.shape.kind === 'object'
    ? lookUpObject(world, descriptor, address, source)
    : lookUpPart(world, descriptor, address, source);
}

function lookUpObject(world: World, descriptor: ResourceDescriptor, address: Address, source?: SourceLocation): Lookup {
  const text = formatAddress(address);
  if (!hasKeyParts(descriptor, address)) {
    report(
      world,
      'SB1026',
      isSingle(descriptor)
        ? `There is one ${descriptor.noun} in an organisation: ${descriptor.type}/${singleName}, not ${text}.`
        : `${text} has ${address.key.length} key parts; ${descriptor.type} has ${descriptor.key.fields.length}.`,
      { address: text, source },
    );
    return { kind: 'refused' };
  }
  ensureListed(world, descriptor);
  const pin = world.input.environment.pins.find((candidate) => candidate.address === text);
  if (pin !== undefined) return pinned(world, descriptor, { text, id: pin.id, source });
  const renamed = renamedByHand(world, descriptor, address);
  if (renamed !== undefined) {
    report(world, 'SB1004', `${text} is bound to the object ${renamed.id}, which is now called ${renamed.now}.`, {
      address: text,
      source,
    });
    return { kind: 'refused' };
  }
  return lookUpByKey(world, descriptor, { key: address.key, text, source });
}

function lookUpByKey(
  world: World,
  descriptor: ResourceDescriptor,
  wanted: { readonly key: readonly string[]; readonly text: string; readonly source?: SourceLocation | undefined },
): Lookup {
  const found = objectsByKey(world, descriptor, comparableKey(descriptor.key, wanted.key));
  const [only] = found;
  if (only !== undefined && found.length === 1) return { kind: 'found', object: only };
  if (only === undefined) return { kind: 'absent', descriptor };
  const bound = world.input.baseline.entries[wanted.text];
  const own = found.find((object) => object.handle === bound?.id);
  if (own !== undefined) return { kind: 'found', object: own };
  const ids = found.map((object) => object.handle).toSorted();
  report(world, 'SB1003', `${wanted.text} means ${found.length} objects: ${ids.join(', ')}.`, {
    address: wanted.text,
    source: wanted.source,
  });
  return { kind: 'refused' };
}

/** A key field that is a reference stands for as many parts as the key of its target has. */
function hasKeyParts(descriptor: ResourceDescriptor, address: Address): boolean {
  if (isSingle(descriptor)) return address.key.join('/') === singleName;
  const { fields } = descriptor.key;
  const isReference = descriptor.references.some(({ path }) => fields.includes(path));
  return isReference || address.key.length === fields.length;
}

function pinned(
  world: World,
  descriptor: ResourceDescriptor,
  pin: { readonly text: string; readonly id: string; readonly source?: SourceLocation | undefined },
): Lookup {
  const object = findObject(world, descriptor.type, pin.id);
  if (object?.exists === true) return { kind: 'found', object };
  if (world.missing.size === 0) {
    report(world, 'SB1002', `${pin.text} is pinned to ${pin.id}, which does not exist.`, {
      address: pin.text,
      source: pin.source,
    });
  }
  return { kind: 'refused' };
}

function renamedByHand(
  world: World,
  descriptor: ResourceDescriptor,
  address: Address,
): { readonly id: string; readonly now: string } | undefined {
  const bound = world.input.baseline.entries[formatAddress(address)];
  const object = bound === undefined ? undefined : findObject(world, descriptor.type, bound.id);
  if (object === undefined) return undefined;
  const liveKey = liveKeyOf(world, object);
  if (liveKey === undefined || comparableKey(descriptor.key, liveKey) === comparableKey(descriptor.key, address.key))
    return undefined;
  const now = keyOf(world, object) ?? liveKey;
  if (comparableKey(descriptor.key, now) === comparableKey(descriptor.key, address.key)) return undefined;
  return { id: object.handle, now: formatAddress({ type: descriptor.type, key: now }) };
}

function lookUpPart(world: World, descriptor: ResourceDescriptor, address: Address, source?: SourceLocation): Lookup {
  const { shape } = descriptor;
  if (shape.kind === 'object') return { kind: 'refused' };
  const parts = address.key.length - ownKeyFields(descriptor).length;
  const parentKey = address.key.slice(0, parts);
  const parent = lookUp(world, { type: shape.parentType, key: parentKey }, source);
  if (parent.kind === 'refused') return parent;
  if (parent.kind === 'absent') {
    reportAbsent(world, { type: shape.parentType, key: parentKey }, source);
    return { kind: 'refused' };
  }
  const wanted = comparableKey(descriptor.key, address.key.slice(parts));
  const found = partByKey(world, descriptor, parent.object, wanted);
  return found === undefined ? { kind: 'absent', descriptor, parent: parent.object } : { kind: 'found', object: found };
}

/**
 * Says that an address names nothing, who refers to it, and whether that may only seem so. Silent while reads are missing.
 */
export function reportAbsent(world: World, address: Address, source?: SourceLocation, user?: string): void {
  if (world.missing.size > 0) return;
  const text = formatAddress(address);
  const descriptor = world.input.catalogue.find(address.type);
  const unseen = descriptor === undefined ? undefined : incompleteBecause(world, descriptor);
  if (unseen === undefined)
    report(
      world,
      'SB1002',
      `${user === undefined ? text : `${user} refers to ${text}, which`} does not exist in ${world.input.environment.name}.`,
      { address: text, source },
    );
  else report(world, 'SB1007', `${text} was not found, but ${unseen}.`, { address: text, source });
}
