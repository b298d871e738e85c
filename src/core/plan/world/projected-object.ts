import { isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { toDocument, withDefaults } from '../../resource/canonical-form.ts';
import { comparableKey, keyOfDocument } from '../../resource/key.ts';
import type { ProjectedObject, World } from './world.ts';

/** The linked document as the organisation has it, defaults filled in; empty for a new object. */
export function beforeOf(object: ProjectedObject): JsonObject {
  object.before ??= object.live === undefined ? {} : liveDocument(object, object.live);
  return object.before;
}

/** True for a field of an existing object that was given on creation and is never shown: nothing is known to differ. */
export function isUnseenSinceCreation({ descriptor, live }: ProjectedObject, field: string | undefined): boolean {
  if (live === undefined || field === undefined) return false;
  return descriptor.createOnly.includes(field) && Object.hasOwn(descriptor.hidden, field);
}

/** The linked document as the actions so far leave it. */
export function documentOf(object: ProjectedObject): JsonObject {
  object.document ??= beforeOf(object);
  return object.document;
}

/** The key parts the object has now, or undefined when they can not be told. */
export function keyOf(world: World, object: ProjectedObject): readonly string[] | undefined {
  return keyIn(world, object, object.document ?? quickDocument(object));
}

/** The key parts the object has in the organisation, or undefined for a new one. */
export function liveKeyOf(world: World, object: ProjectedObject): readonly string[] | undefined {
  return object.live === undefined ? undefined : keyIn(world, object, quickDocument(object));
}

/** The key parts the object would have with another document, or undefined when they can not be told. */
export function keyWith(world: World, object: ProjectedObject, document: JsonObject): readonly string[] | undefined {
  return keyIn(world, object, document);
}

/** Gives the object another projected document and keeps the key index right. */
export function setDocument(world: World, object: ProjectedObject, document: JsonObject): void {
  const earlier = indexKey(world, object);
  object.document = document;
  world.generation += 1;
  reindex(world, object, earlier);
}

/** Makes the object exist or not, and keeps the key index right. */
export function setExists(world: World, object: ProjectedObject, exists: boolean): void {
  const earlier = indexKey(world, object);
  object.exists = exists;
  world.generation += 1;
  reindex(world, object, earlier);
}

/** The key in the form the index uses, or undefined while the object does not exist. */
export function indexKey(world: World, object: ProjectedObject): string | undefined {
  const key = object.exists ? keyOf(world, object) : undefined;
  return key === undefined ? undefined : comparableKey(object.descriptor.key, key);
}

function reindex(world: World, object: ProjectedObject, earlier: string | undefined): void {
  const now = indexKey(world, object);
  if (now === earlier) return;
  const index = world.keys.get(object.descriptor.type);
  if (index !== undefined && earlier !== undefined) {
    index.set(
      earlier,
      (index.get(earlier) ?? []).filter((other) => other !== object),
    );
  }
  if (index !== undefined && now !== undefined) index.set(now, [...(index.get(now) ?? []), object]);
  for (const type of world.keys.keys()) {
    const shape = world.input.catalogue.find(type)?.shape;
    if (shape !== undefined && shape.kind !== 'object' && shape.parentType === object.descriptor.type)
      world.keys.delete(type);
  }
}

function keyIn(world: World, object: ProjectedObject, document: JsonObject): readonly string[] | undefined {
  return keyOfDocument(object.descriptor, document, (type, handle) => {
    const other =
      object.parent?.handle === handle && object.parent.descriptor.type === type
        ? object.parent
        : world.objects.get(type)?.get(handle);
    return other === undefined ? undefined : keyOf(world, other);
  });
}

/** Only what keys are made of, straight from the wire form: a whole canonical document of each of 20,000 objects is dear. */
function quickDocument(object: ProjectedObject): JsonObject {
  if (object.before !== undefined) return object.before;
  if (object.live === undefined) return {};
  const quick: Record<string, Json> = {};
  for (const field of object.descriptor.key.fields) {
    const value = object.live.body[field];
    if (isJsonObject(value)) return beforeOf(object);
    if (value !== undefined) quick[field] = value;
  }
  return withParent(object, quick);
}

function liveDocument(object: ProjectedObject, live: NonNullable<ProjectedObject['live']>): JsonObject {
  return withParent(object, withDefaults(object.descriptor, toDocument(object.descriptor, live)));
}

/** The document of a part with its parent in it, whatever the wire form says of it. */
export function withParent(object: Pick<ProjectedObject, 'descriptor' | 'parent'>, document: JsonObject): JsonObject {
  const { shape } = object.descriptor;
  if (shape.kind === 'object' || object.parent === undefined) return document;
  return { ...document, [shape.parentField]: { $handle: object.parent.handle, $type: shape.parentType } };
}
