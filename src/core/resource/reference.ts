import { isJsonArray, isJsonObject, type Json } from '../json/json.ts';
import type { LinkedReference } from '../plan/plan.ts';

/** True for a reference inside a linked document. */
export function isLinkedReference(value: Json | undefined): value is Json & LinkedReference {
  return isJsonObject(value) && typeof value['$handle'] === 'string' && typeof value['$type'] === 'string';
}

/** The one-line address of a portable reference `{ $ref }`, or undefined for any other value. */
export function refOf(value: Json | undefined): string | undefined {
  if (!isJsonObject(value) || isLinkedReference(value)) return undefined;
  return typeof value['$ref'] === 'string' ? value['$ref'] : undefined;
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
    contentDigestOf(value) !== undefined
  );
}

/** The value with `visit` applied to every linked reference in it, however deep. */
export function mapReferences(value: Json, visit: (reference: LinkedReference) => Json): Json {
  if (isLinkedReference(value)) return visit(value);
  if (isJsonArray(value)) return value.map((item) => mapReferences(item, visit));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapReferences(inner, visit)]));
}

/** Every linked reference in the value, in document order, duplicates kept. */
export function referencesIn(value: Json): readonly LinkedReference[] {
  const found: LinkedReference[] = [];
  mapReferences(value, (reference) => {
    found.push(reference);
    return null;
  });
  return found;
}
