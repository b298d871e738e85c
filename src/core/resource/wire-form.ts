import type { Json, JsonObject } from '../json/json.ts';
import { arePathsOverlapping, parsePattern, withValueAt, type FieldPath } from '../json/path.ts';
import type { FieldChange } from '../plan/plan.ts';
import { withoutPattern } from './canonical-form.ts';
import type { ResourceDescriptor } from './descriptor.ts';
import type { LiveObject } from './live-object.ts';
import { unlinkReferences, type ResolveHandle } from './reference-place.ts';

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
  return unlinkReferences(descriptor, body, resolve) as JsonObject;
}
