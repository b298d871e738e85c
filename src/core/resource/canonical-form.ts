import { canonicalJson, digestJson, isSameJson } from '../json/canonical-json.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { mapChildren, mapPattern, parsePattern, valueAt, withValueAt, type FieldPath } from '../json/path.ts';
import type { ListRule, ResourceDescriptor } from './descriptor.ts';
import type { LiveObject } from './live-object.ts';
import { linkReferences } from './reference-place.ts';
import { isLinkedReference } from './reference.ts';

/**
 * The linked document of a live object: known fields only, read-only and secret places out, references as
 * `{ $handle, $type }`, unordered lists sorted, nulls left out. Defaults are not filled in (see `withDefaults`).
 */
export function toDocument(descriptor: ResourceDescriptor, live: LiveObject): JsonObject {
  const known: Record<string, Json> = {};
  for (const field of descriptor.fields) {
    const value = live.body[field];
    if (value !== undefined && value !== null) known[field] = value;
  }
  let document: Json = known;
  for (const pattern of [...descriptor.readOnly, ...descriptor.secret]) document = withoutPattern(document, pattern);
  for (const rule of descriptor.references) document = linkReferences(rule, document);
  return normaliseDocument(descriptor, withoutNulls(document) as JsonObject);
}

/** The document with its unordered lists in canonical order and reading aids (`$ref` beside `$handle`) out. Idempotent. */
export function normaliseDocument(descriptor: ResourceDescriptor, document: JsonObject): JsonObject {
  let result: Json = withoutLabels(document);
  for (const [pattern, rule] of listRulesDeepestFirst(descriptor)) {
    result = mapPattern(result, pattern, (found) => (isJsonArray(found) ? sortList(found, rule) : found));
  }
  return result as JsonObject;
}

/** The document with the platform's known defaults where it says nothing. Used for comparison, never written. */
export function withDefaults(descriptor: ResourceDescriptor, document: JsonObject): JsonObject {
  let result = document;
  for (const [pattern, value] of Object.entries(descriptor.defaults)) {
    for (const path of concretePaths(result, parsePattern(pattern))) {
      if ((valueAt(result, path) ?? null) === null && isWayOpen(result, path))
        result = withValueAt(result, path, value);
    }
  }
  return result;
}

/** True when both values mean the same at this path: list kinds respected, `null`, absent and an empty list are one. */
export function isSameField(
  descriptor: ResourceDescriptor,
  path: FieldPath,
  left: Json | undefined,
  right: Json | undefined,
): boolean {
  return isSameJson(comparable(descriptor, path, left), comparable(descriptor, path, right));
}

/** SHA-256 over what the descriptor knows of an object, defaults filled in; two equal fingerprints mean no difference. */
export function fingerprint(descriptor: ResourceDescriptor, live: LiveObject): string {
  return digestJson(withDefaults(descriptor, toDocument(descriptor, live)));
}

/** The document without the places that a pattern names. */
export function withoutPattern(value: Json, pattern: string): Json {
  const parts = parsePattern(pattern);
  const last = parts.at(-1);
  if (last === undefined) return value;
  const way = parts.slice(0, -1).join('.').replaceAll('.[]', '[]');
  const drop = (found: Json): Json => {
    if (!isJsonObject(found)) return found;
    return last === '*' ? {} : Object.fromEntries(Object.entries(found).filter(([name]) => name !== last));
  };
  return way === '' ? drop(value) : mapPattern(value, way, drop);
}

function comparable(descriptor: ResourceDescriptor, path: FieldPath, value: Json | undefined): Json {
  const wrapped = withValueAt({}, path, value ?? null);
  const normal = withoutNulls(valueAt(normaliseDocument(descriptor, wrapped), path) ?? null);
  return isJsonArray(normal) && normal.length === 0 ? null : normal;
}

function withoutNulls(value: Json): Json {
  const inner = mapChildren(value, withoutNulls);
  if (!isJsonObject(inner)) return inner;
  const names = Object.keys(inner);
  if (names.every((name) => inner[name] !== null)) return inner;
  return Object.fromEntries(Object.entries(inner).filter(([, held]) => held !== null));
}

function withoutLabels(value: Json): Json {
  if (!isLinkedReference(value)) return mapChildren(value, withoutLabels);
  return value.$ref === undefined ? value : { $handle: value.$handle, $type: value.$type };
}

function sortList(list: readonly Json[], rule: ListRule): readonly Json[] {
  if (rule.kind === 'ordered') return list;
  const sortKey = (item: Json): string =>
    rule.kind === 'keyed' && isJsonObject(item) ? canonicalJson(item[rule.by] ?? null) : canonicalJson(item);
  const keyed = list.map((item) => ({ item, key: sortKey(item) }));
  keyed.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  if (rule.kind === 'keyed') return keyed.map(({ item }) => item);
  return keyed.filter(({ key }, index) => index === 0 || keyed[index - 1]?.key !== key).map(({ item }) => item);
}

function listRulesDeepestFirst(descriptor: ResourceDescriptor): readonly (readonly [string, ListRule])[] {
  let rules = sortedListRules.get(descriptor);
  if (rules === undefined) {
    const depth = (pattern: string): number => parsePattern(pattern).length;
    rules = Object.entries(descriptor.lists).toSorted(([left], [right]) => depth(right) - depth(left));
    sortedListRules.set(descriptor, rules);
  }
  return rules;
}

const sortedListRules = new WeakMap<ResourceDescriptor, readonly (readonly [string, ListRule])[]>();

function concretePaths(document: Json | undefined, parts: readonly string[]): readonly FieldPath[] {
  const [head, ...rest] = parts;
  if (head === undefined) return [[]];
  const names = head !== '*' ? [head] : isJsonObject(document) ? Object.keys(document) : [];
  return names.flatMap((name) => {
    const inner = isJsonObject(document) ? document[name] : undefined;
    return concretePaths(inner, rest).map((path) => [name, ...path]);
  });
}

/** False when a list, scalar or reference stands where the way to the default would lead. */
function isWayOpen(document: JsonObject, path: FieldPath): boolean {
  return path.slice(0, -1).every((_, index) => {
    const value = valueAt(document, path.slice(0, index + 1));
    return (value ?? null) === null || (isJsonObject(value) && !isLinkedReference(value));
  });
}
