import { isJsonObject, type Json } from '../json/json.ts';
import { mapChildren } from '../json/path.ts';
import type { LinkedReference } from '../plan/plan.ts';
import { secretReferenceOf } from './secret/secret-reference.ts';

/** True for a reference inside a linked document. */
export function isLinkedReference(value: Json | undefined): value is Json & LinkedReference {
  return isJsonObject(value) && typeof value['$handle'] === 'string' && typeof value['$type'] === 'string';
}

/**
 * The one-line address of a portable reference `{ $ref }`, or undefined for any other value; a `$ref` that begins with `#`
 * is a JSON schema's own.
 */
export function refOf(value: Json | undefined): string | undefined {
  if (!isJsonObject(value) || isLinkedReference(value)) return undefined;
  const { $ref } = value;
  return typeof $ref === 'string' && !$ref.startsWith('#') ? $ref : undefined;
}

/** The digest of a content value `{ $content }`, or undefined for any other value. */
export function contentDigestOf(value: Json | undefined): string | undefined {
  return isJsonObject(value) && typeof value['$content'] === 'string' ? value['$content'] : undefined;
}

/** True for values that a diff takes as one: everything but plain objects. */
export function isLeaf(value: Json | undefined): boolean {
  return (
    !isJsonObject(value) ||
    isLinkedReference(value) ||
    refOf(value) !== undefined ||
    contentDigestOf(value) !== undefined ||
    secretReferenceOf(value) !== undefined
  );
}

/** The value with `visit` applied to every linked reference in it, however deep. */
export function mapReferences(value: Json, visit: (reference: LinkedReference) => Json): Json {
  return isLinkedReference(value) ? visit(value) : mapChildren(value, (inner) => mapReferences(inner, visit));
}

/** Every linked reference in the value, in document order, duplicates kept. */
export function referencesIn(value: Json): readonly LinkedReference[] {
  const found: LinkedReference[] = [];
  mapReferences(value, (reference) => {
    found.push(reference);
    return reference as Json & LinkedReference;
  });
  return found;
}
