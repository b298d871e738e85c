import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import type { LiveObject } from '../../resource/live-object.ts';
import { comparableKey } from '../../resource/key.ts';
import { ownKeyFields } from '../../resource/part.ts';
import { indexKey, keyOf } from './projected-object.ts';
import { needRead, type ProjectedObject, type World } from './world.ts';

/** All existing objects of a type as projected. Empty, with a read noted, while the snapshot lacks the type. */
export function objectsOfType(world: World, descriptor: ResourceDescriptor): readonly ProjectedObject[] {
  const { shape } = descriptor;
  if (shape.kind === 'object') return existing(loadType(world, descriptor));
  const parent = world.input.catalogue.find(shape.parentType);
  if (parent === undefined) return [];
  return objectsOfType(world, parent).flatMap((object) => partsOf(world, descriptor, object));
}

/** The existing parts (one facet, or the children) of a parent as projected. */
function partsOf(world: World, descriptor: ResourceDescriptor, parent: ProjectedObject): readonly ProjectedObject[] {
  const known = objectsMap(world, descriptor.type);
  if (parent.live !== undefined) loadParts(world, descriptor, parent);
  else if (descriptor.shape.kind === 'facet' && !known.has(parent.handle))
    known.set(parent.handle, newFacet(descriptor, parent));
  return existing(known).filter((object) => object.parent === parent);
}

/** The existing part of a parent by its own part of the key (comparable); for a facet, which is the only one, any. */
export function partByKey(
  world: World,
  descriptor: ResourceDescriptor,
  parent: ProjectedObject,
  ownKey: string,
): ProjectedObject | undefined {
  if (descriptor.shape.kind === 'facet') return partsOf(world, descriptor, parent)[0];
  if (parent.live !== undefined) loadParts(world, descriptor, parent);
  const part = partIndex(world, descriptor, parent).get(ownKey);
  return part?.exists === true ? part : undefined;
}

/** Makes a part known under its own part of the key. */
export function indexPart(world: World, parent: ProjectedObject, part: ProjectedObject): void {
  const key = keyOf(world, part);
  if (key === undefined) return;
  const own = key.slice(key.length - ownKeyFields(part.descriptor).length);
  partIndex(world, part.descriptor, parent).set(comparableKey(part.descriptor.key, own), part);
}

function partIndex(
  world: World,
  descriptor: ResourceDescriptor,
  parent: ProjectedObject,
): Map<string, ProjectedObject> {
  const name = `${descriptor.type} of ${parent.handle}`;
  let index = world.parts.get(name);
  if (index === undefined) {
    index = new Map();
    world.parts.set(name, index);
  }
  return index;
}

/** Notes the read of the type, or takes its listing into the world, once. */
export function ensureListed(world: World, descriptor: ResourceDescriptor): void {
  if (descriptor.shape.kind === 'object') loadType(world, descriptor);
  else objectsOfType(world, descriptor);
}

/** The object with this handle, as far as its type was read. */
export function findObject(world: World, type: string, handle: string): ProjectedObject | undefined {
  return world.objects.get(type)?.get(handle);
}

/** Existing objects of a type that have this comparable key now. */
export function objectsByKey(world: World, descriptor: ResourceDescriptor, key: string): readonly ProjectedObject[] {
  ensureListed(world, descriptor);
  if (descriptor.shape.kind === 'object') ensureNamesInKeys(world, descriptor);
  let index = world.keys.get(descriptor.type);
  if (index === undefined) {
    index = new Map();
    for (const object of objectsOfType(world, descriptor)) {
      const own = indexKey(world, object);
      if (own !== undefined) index.set(own, [...(index.get(own) ?? []), object]);
    }
    // Whole types do not change while one plan is made, whatever else is still to be read; parts are known parent by parent.
    if (descriptor.shape.kind === 'object' || world.missing.size === 0) world.keys.set(descriptor.type, index);
  }
  return index.get(key) ?? [];
}

/** A key field that is a reference says the key of what it points at, so that has to be listed, too. */
function ensureNamesInKeys(world: World, { key, references }: ResourceDescriptor): void {
  for (const { path, type } of references) {
    const target = key.fields.includes(path) && typeof type === 'string' ? world.input.catalogue.find(type) : undefined;
    if (target !== undefined) ensureListed(world, target);
  }
}

/**
 * Why objects of the type (for parts: of one parent) may exist unseen, or undefined when the listing was complete or is
 * still to be read.
 */
export function incompleteBecause(
  world: World,
  descriptor: ResourceDescriptor,
  parent?: ProjectedObject,
): string | undefined {
  const { types, parts } = world.input.snapshot;
  const listing = parent === undefined ? types[descriptor.type] : parts[descriptor.type]?.[parent.handle];
  if (listing === undefined || listing.complete) return undefined;
  return listing.incompleteBecause ?? 'the listing is not complete';
}

/** The handles map of a type, made when needed. */
export function objectsMap(world: World, type: string): Map<string, ProjectedObject> {
  let map = world.objects.get(type);
  if (map === undefined) {
    map = new Map();
    world.objects.set(type, map);
  }
  return map;
}

function loadType(world: World, descriptor: ResourceDescriptor): Map<string, ProjectedObject> {
  const known = objectsMap(world, descriptor.type);
  const mark = `type ${descriptor.type}`;
  if (world.looked.has(mark)) return known;
  const listing = world.input.snapshot.types[descriptor.type];
  if (listing === undefined) {
    needRead(world, { kind: 'type', type: descriptor.type });
    return known;
  }
  world.looked.add(mark);
  world.generation += 1;
  for (const live of listing.objects) known.set(live.id, projected(descriptor, live));
  return known;
}

function loadParts(world: World, descriptor: ResourceDescriptor, parent: ProjectedObject): void {
  const mark = `${descriptor.type} of ${parent.handle}`;
  if (world.looked.has(mark)) return;
  const listing = world.input.snapshot.parts[descriptor.type]?.[parent.handle];
  if (listing === undefined) {
    needRead(world, { kind: 'part', type: descriptor.type, parentId: parent.handle });
    return;
  }
  world.looked.add(mark);
  world.generation += 1;
  const known = objectsMap(world, descriptor.type);
  for (const live of listing.objects) {
    const part = projected(descriptor, live, parent);
    known.set(live.id, part);
    if (descriptor.shape.kind === 'child') indexPart(world, parent, part);
  }
}

function projected(descriptor: ResourceDescriptor, live: LiveObject, parent?: ProjectedObject): ProjectedObject {
  return { handle: live.id, descriptor, live, parent, exists: true, actions: new Set(), owned: [] };
}

function newFacet(descriptor: ResourceDescriptor, parent: ProjectedObject): ProjectedObject {
  const { shape } = descriptor;
  const document =
    shape.kind === 'facet' ? { [shape.parentField]: { $handle: parent.handle, $type: shape.parentType } } : {};
  return { handle: parent.handle, descriptor, parent, before: document, exists: true, actions: new Set(), owned: [] };
}

function existing(objects: Map<string, ProjectedObject>): readonly ProjectedObject[] {
  return [...objects.values()].filter((object) => object.exists);
}
