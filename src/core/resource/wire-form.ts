import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { arePathsOverlapping, mapPattern, parsePattern, withValueAt, type FieldPath } from '../json/path.ts';
import type { FieldChange } from '../plan/plan.ts';
import { withoutPattern } from './canonical-form.ts';
import type { ReferenceRule, ResourceDescriptor } from './descriptor.ts';
import type { LiveObject } from './live-object.ts';
import { isLinkedReference } from './reference.ts';

/** The live id of a handle; throws when the object does not exist yet. */
export type ResolveHandle = (handle: string) => string;

/** The wire body that creates an object: references as the platform wants them, nulls and the content field left out. */
export function toCreateBody(descriptor: ResourceDescriptor, document: JsonObject, resolve: ResolveHandle): JsonObject {
  const given = Object.entries(document).filter(
    ([name, value]) => value !== null && name !== descriptor.content?.field,
  );
  return referencesToWire(descriptor, Object.fromEntries(given), resolve);
}

/**
 * The wire body that changes an object: as it was read, with the changed paths replaced. Unknown fields stay as they
 * were read; computed fields are left out; the version read is sent where the type has one.
 */
export function toUpdateBody(
  descriptor: ResourceDescriptor,
  live: LiveObject,
  changes: readonly FieldChange[],
  resolve: ResolveHandle,
): JsonObject {
  let body = descriptor.readOnly.reduce<Json>(
    (value, pattern) => withoutPattern(value, pattern),
    live.body,
  ) as JsonObject;
  for (const change of changes) {
    if (change.path[0] === descriptor.content?.field) continue;
    const isTakenOut = change.after === null && isFreeForm(descriptor, change.path);
    body = withValueAt(body, change.path, isTakenOut ? undefined : change.after);
  }
  const linked = referencesToWire(descriptor, body, resolve);
  return descriptor.versioned && live.version !== undefined ? { ...linked, version: live.version } : linked;
}

/** True when the path names something inside a free-form field. */
export function isFreeForm(descriptor: ResourceDescriptor, path: FieldPath): boolean {
  return (descriptor.freeForm ?? []).some((pattern) => {
    const field = parsePattern(pattern);
    return path.length > field.length && arePathsOverlapping(path, field);
  });
}

function referencesToWire(descriptor: ResourceDescriptor, body: JsonObject, resolve: ResolveHandle): JsonObject {
  let result: Json = body;
  for (const rule of descriptor.references) {
    result = mapPattern(result, rule.path, (found) =>
      isLinkedReference(found) ? toWire(rule, found, resolve) : found,
    );
  }
  return isJsonObject(result) ? result : body;
}

function toWire(
  rule: ReferenceRule,
  reference: { readonly $handle: string; readonly $type: string },
  resolve: ResolveHandle,
): Json {
  const id = resolve(reference.$handle);
  if (rule.wire === 'id') return id;
  if (typeof rule.type === 'string') return { id };
  const tag = Object.entries(rule.type.types).find(([, type]) => type === reference.$type)?.[0];
  return tag === undefined ? { id } : { id, [rule.type.field]: tag };
}
