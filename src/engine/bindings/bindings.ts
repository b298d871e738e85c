import { isJsonObject, type Json, type JsonObject } from '../../core/index.ts';
import type { FieldChange, Handle } from '../../core/plan/index.ts';
import { mapReferences } from '../../core/resource/index.ts';
import { engineError } from '../errors.ts';

/** Which live id each handle of a run stands for now: objects it created, and objects it made anew. */
export type Bindings = ReadonlyMap<Handle, string>;

/**
 * The live id of a handle. A part's handle (`new#1/key`) follows its parent; a live id stands for itself unless the
 * object was made anew. Undefined while the object does not exist.
 */
export function idOfHandle(bindings: Bindings, handle: Handle): string | undefined {
  const bound = bindings.get(handle);
  if (bound !== undefined) return bound;
  const slash = handle.lastIndexOf('/');
  if (slash < 0) return handle.startsWith('new#') ? undefined : handle;
  const parent = idOfHandle(bindings, handle.slice(0, slash));
  return parent === undefined ? undefined : parent + handle.slice(slash);
}

/** The live id of a handle; SB3012 while the object does not exist. */
export function resolveHandle(bindings: Bindings, handle: Handle): string {
  const id = idOfHandle(bindings, handle);
  if (id === undefined) throw engineError('SB3012', `${handle} was not created yet.`, { context: { handle } });
  return id;
}

/** The value with every reference pointing at a live id; SB3012 when one does not exist yet. */
function bindValue(bindings: Bindings, value: Json): Json {
  return mapReferences(value, (reference) => ({
    $handle: resolveHandle(bindings, reference.$handle),
    $type: reference.$type,
  }));
}

/** The document with every reference pointing at a live id. */
export function bindDocument(bindings: Bindings, document: JsonObject): JsonObject {
  const bound = bindValue(bindings, document);
  return isJsonObject(bound) ? bound : document;
}

/** The changes with every reference pointing at a live id. */
export function bindChanges(bindings: Bindings, changes: readonly FieldChange[]): readonly FieldChange[] {
  return changes.map((change) => ({
    path: change.path,
    ...(change.before === undefined ? {} : { before: bindValue(bindings, change.before) }),
    after: bindValue(bindings, change.after),
  }));
}
