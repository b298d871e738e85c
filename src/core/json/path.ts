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
  return pattern
    .replaceAll('[]', '.[]')
    .split('.')
    .filter((part) => part !== '');
}

/** True when the pattern, which may hold `*` but no `[]`, names exactly this path. */
export function isPatternOf(pattern: string, path: FieldPath): boolean {
  const parts = parsePattern(pattern);
  return parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index]);
}

function mapParts(value: Json, parts: readonly string[], visit: (found: Json) => Json): Json {
  const [head, ...rest] = parts;
  if (head === undefined) return visit(value);
  if (head === '[]') return isJsonArray(value) ? value.map((item) => mapParts(item, rest, visit)) : value;
  if (!isJsonObject(value)) return value;
  const names = head === '*' ? Object.keys(value) : [head];
  const copy: Record<string, Json> = { ...value };
  for (const name of names) {
    const inner = copy[name];
    if (inner !== undefined) copy[name] = mapParts(inner, rest, visit);
  }
  return copy;
}
