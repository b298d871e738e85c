import { isJsonObject, type Json, type JsonObject } from '../../core/index.ts';
import type { LiveObject, ResourceDescriptor } from '../../core/resource/index.ts';

/** Path parameters of an object: `{id}`, and for parts `{parentId}`. A child's id is `parentId/key`, a facet's its parent's. */
export function paramsOf(descriptor: ResourceDescriptor, id: string): Readonly<Record<string, string>> {
  switch (descriptor.shape.kind) {
    case 'object':
      return { id };
    case 'facet':
      return { id, parentId: id };
    case 'child': {
      const mark = id.indexOf('/');
      return { parentId: id.slice(0, mark), id: id.slice(mark + 1) };
    }
  }
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
  const state = body['state'];
  return typeof state === 'string' && (descriptor.api.goneStates ?? []).includes(state);
}

/** The element's id as a text; undefined when it has none. */
export function elementId(descriptor: ResourceDescriptor, body: JsonObject): string | undefined {
  return textId(body[descriptor.api.list.idField]);
}

function idOf(descriptor: ResourceDescriptor, body: JsonObject, parentId: string | undefined): string {
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
