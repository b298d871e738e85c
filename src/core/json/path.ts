import { isJsonArray, isJsonObject, type Json, type JsonObject } from './json.ts';

/** The way to a value inside a document: property names, outermost first. Lists are values, never walked into. */
export type FieldPath = readonly string[];

/** The path as people read it: `acwSettings.timeoutMs`; names with dots or spaces are quoted. */
export function formatPath(path: FieldPath): string {
  return path.map((part) => (/^[\w$-]+$/u.test(part) ? part : JSON.stringify(part))).join('.');
}

/** The value at the path, or undefined when any part of the way is missing. */
export function valueAt(document: Json | undefined, path: FieldPath): Json | undefined {
  let value: Json | undefined = document;
  for (const part of path) {
    if (!isJsonObject(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value;
}

/** The document with the value set at the path; missing or null objects on the way are created. `undefined` removes. */
export function withValueAt(document: JsonObject, path: FieldPath, value: Json | undefined): JsonObject {
  const [head, ...rest] = path;
  if (head === undefined) return isJsonObject(value) ? value : document;
  const copy: Record<string, Json> = { ...document };
  if (rest.length === 0) {
    if (value === undefined) delete copy[head];
    else copy[head] = value;
    return copy;
  }
  const inner = copy[head];
  if (value === undefined && !isJsonObject(inner)) return document;
  copy[head] = withValueAt(isJsonObject(inner) ? inner : {}, rest, value);
  return copy;
}

/** True when one path is the other or leads to it. */
export function arePathsOverlapping(left: FieldPath, right: FieldPath): boolean {
  return left.slice(0, right.length).every((part, index) => part === right[index]);
}

/**
 * The value with `visit` applied at every place the pattern names. A pattern is written `queueFlow`, `memberGroups[]`
 * (each element) or `mediaSettings.*.alertingTimeoutSeconds` (each property); places that do not exist are passed over.
 */
export function mapPattern(value: Json, pattern: string, visit: (found: Json) => Json): Json {
  return mapParts(value, parsePattern(pattern), visit);
}

/** The parts of a pattern: names, `*` for every property, `[]` for every element. */
export function parsePattern(pattern: string): readonly string[] {
  let parts = parsedPatterns.get(pattern);
  if (parts === undefined) {
    parts = pattern
      .replaceAll('[]', '.[]')
      .split('.')
      .filter((part) => part !== '');
    parsedPatterns.set(pattern, parts);
  }
  return parts;
}

/** Patterns come from descriptors, so there are only a few hundred of them. */
const parsedPatterns = new Map<string, readonly string[]>();

/** Gives the same value back, not a copy, where nothing changed: documents of tens of thousands of objects pass through. */
function mapParts(value: Json, parts: readonly string[], visit: (found: Json) => Json, at = 0): Json {
  const head = parts[at];
  if (head === undefined) return visit(value);
  if (head === '[]') return isJsonArray(value) ? mapItems(value, parts, visit, at) : value;
  if (!isJsonObject(value)) return value;
  let copy: Record<string, Json> | undefined;
  for (const name of head === '*' ? Object.keys(value) : [head]) {
    const inner = value[name];
    const mapped = inner === undefined ? undefined : mapParts(inner, parts, visit, at + 1);
    if (mapped === undefined || mapped === inner) continue;
    copy ??= { ...value };
    copy[name] = mapped;
  }
  return copy ?? value;
}

/** The value with `visit` applied to everything right inside it; the same value when nothing changed. */
export function mapChildren(value: Json, visit: (inner: Json) => Json): Json {
  if (isJsonArray(value)) {
    const mapped = value.map(visit);
    return mapped.some((item, index) => item !== value[index]) ? mapped : value;
  }
  if (!isJsonObject(value)) return value;
  let copy: Record<string, Json> | undefined;
  for (const name in value) {
    const inner = value[name];
    const mapped = inner === undefined ? undefined : visit(inner);
    if (mapped === undefined || mapped === inner) continue;
    copy ??= { ...value };
    copy[name] = mapped;
  }
  return copy ?? value;
}

function mapItems(
  list: readonly Json[],
  parts: readonly string[],
  visit: (found: Json) => Json,
  at: number,
): readonly Json[] {
  const mapped = list.map((item) => mapParts(item, parts, visit, at + 1));
  return mapped.some((item, index) => item !== list[index]) ? mapped : list;
}
