import { isJsonObject, type Json, type JsonObject } from '../../core/index.ts';
import {
  isSingle,
  singleName,
  type Catalogue,
  type LiveObject,
  type ResourceDescriptor,
} from '../../core/resource/index.ts';

/**
 * Path parameters of an object: `{id}` its own part, and for parts `{parentId}`, `{parentId2}`, … the own parts of what
 * it hangs under, nearest first.
 */
export function paramsOf(
  catalogue: Catalogue,
  descriptor: ResourceDescriptor,
  id: string,
): Readonly<Record<string, string>> {
  const { shape } = descriptor;
  if (shape.kind === 'object') return { id };
  const { own, parentId } = partsOf(catalogue, descriptor, id);
  return { id: own, ...paramsBelow(catalogue, shape.parentType, parentId ?? '') };
}

/** Path parameters of what hangs under an object. */
export function paramsBelow(
  catalogue: Catalogue,
  parentType: string,
  parentId: string,
): Readonly<Record<string, string>> {
  const params: Record<string, string> = {};
  let place: { readonly type: string; readonly id: string } | undefined = { type: parentType, id: parentId };
  for (let distance = 1; place !== undefined; distance += 1) {
    const descriptor = catalogue.find(place.type);
    const parts: ReturnType<typeof partsOf> =
      descriptor === undefined ? { own: place.id } : partsOf(catalogue, descriptor, place.id);
    params[distance === 1 ? 'parentId' : `parentId${distance}`] = parts.own;
    const shape = descriptor?.shape;
    place =
      shape === undefined || shape.kind === 'object' || parts.parentId === undefined
        ? undefined
        : { type: shape.parentType, id: parts.parentId };
  }
  return params;
}

/** The own part of a live id, which is what the platform calls the object, and the live id of its parent. */
export function partsOf(
  catalogue: Catalogue,
  descriptor: ResourceDescriptor,
  id: string,
): { readonly own: string; readonly parentId?: string } {
  const { shape } = descriptor;
  if (shape.kind === 'object') return { own: id };
  if (shape.kind === 'facet') {
    const parent = catalogue.find(shape.parentType);
    return { own: parent === undefined ? id : partsOf(catalogue, parent, id).own, parentId: id };
  }
  const parents = id.split('/').slice(0, depthOf(catalogue, descriptor)).join('/');
  return parents.length >= id.length ? { own: id } : { own: id.slice(parents.length + 1), parentId: parents };
}

/**
 * The object as answered. The platform's answers do not name the parent of a part, so its `parentField` is put in, in
 * the wire form that the descriptor's reference rule says.
 */
export function toLive(descriptor: ResourceDescriptor, body: JsonObject, parentId?: string): LiveObject {
  const whole = parentId === undefined ? body : { ...body, ...parentFieldOf(descriptor, parentId) };
  const version = body['version'];
  return {
    id: idOf(descriptor, body, parentId),
    body: whole,
    ...(descriptor.versioned && typeof version === 'number' ? { version } : {}),
  };
}

/** The body without the parent's field, and the parent's id when the field held one. */
export function withoutParent(
  descriptor: ResourceDescriptor,
  body: JsonObject,
): { readonly body: JsonObject; readonly parentId?: string } {
  if (descriptor.shape.kind === 'object') return { body };
  const { [descriptor.shape.parentField]: parent, ...rest } = body;
  const parentId = isJsonObject(parent) ? parent['id'] : parent;
  return typeof parentId === 'string' ? { body: rest, parentId } : { body: rest };
}

/** True when the wire form says that the object was deleted. */
export function isGone(descriptor: ResourceDescriptor, body: JsonObject): boolean {
  const goneStates = descriptor.api.goneStates ?? [];
  const state = body['deleted'] === true ? 'deleted' : body['state'];
  return typeof state === 'string' && goneStates.includes(state);
}

/** The element's id as a text; undefined when it has none. */
export function elementId(descriptor: ResourceDescriptor, body: JsonObject): string | undefined {
  return textId(body[descriptor.api.list.idField]);
}

/** How many objects stand between a child and the organisation. */
export function depthOf(catalogue: Catalogue, descriptor: ResourceDescriptor): number {
  const { shape } = descriptor;
  if (shape.kind === 'object') return 0;
  const parent = catalogue.find(shape.parentType);
  const above = parent === undefined ? 0 : depthOf(catalogue, parent);
  return shape.kind === 'facet' ? above : above + 1;
}

function idOf(descriptor: ResourceDescriptor, body: JsonObject, parentId: string | undefined): string {
  if (isSingle(descriptor)) return singleName;
  if (descriptor.shape.kind === 'facet' && parentId !== undefined) return parentId;
  const own = elementId(descriptor, body) ?? textId(body['id']) ?? '';
  return descriptor.shape.kind === 'child' && parentId !== undefined ? `${parentId}/${own}` : own;
}

function textId(value: Json | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function parentFieldOf(descriptor: ResourceDescriptor, parentId: string): JsonObject {
  if (descriptor.shape.kind === 'object') return {};
  const { parentField } = descriptor.shape;
  const rule = descriptor.references.find((reference) => reference.path === parentField);
  return { [parentField]: rule?.wire === 'object' ? { id: parentId } : parentId };
}
