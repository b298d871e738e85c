import { canonicalJson } from '../../json/canonical-json.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { valueAt, withValueAt, type FieldPath } from '../../json/path.ts';
import { isLeaf } from '../../resource/reference.ts';

/** A document with values laid over it, and the paths that were declared. */
export interface Overlaid {
  readonly document: JsonObject;
  readonly paths: readonly FieldPath[];
}

/**
 * Lays linked values over a document: objects merge, everything else replaces. `{ $include: [...] }` and
 * `{ $exclude: [...] }` add to and take from a list, `{ $replace: value }` replaces an object as a whole, `null` clears.
 */
export function overlay(document: JsonObject, values: JsonObject): Overlaid {
  const paths: FieldPath[] = [];
  let result = document;
  const visit = (value: JsonObject, at: FieldPath): void => {
    for (const [name, inner] of Object.entries(value)) {
      const path = [...at, name];
      const current = valueAt(result, path);
      const given = resolveOperators(inner, current);
      // An object that says nothing merges too: what is there stays.
      const merges =
        isJsonObject(inner) && (Object.keys(inner).length > 0 || (isJsonObject(current) && !isLeaf(current)));
      if (given === undefined && merges) visit(inner, path);
      else {
        result = withValueAt(result, path, given ?? inner);
        paths.push(path);
      }
    }
  };
  visit(values, []);
  return { document: result, paths };
}

/** The value that replaces what is there, or undefined for an object that merges. */
function resolveOperators(value: Json, current: Json | undefined): Json | undefined {
  if (isLeaf(value) || !isJsonObject(value)) return value;
  const replacement = value['$replace'];
  if (replacement !== undefined) return replacement;
  const include = value['$include'];
  const exclude = value['$exclude'];
  if (include === undefined && exclude === undefined) return undefined;
  const without = new Set(asList(exclude).map(canonicalJson));
  const kept = asList(current).filter((item) => !without.has(canonicalJson(item)));
  const present = new Set(kept.map(canonicalJson));
  return [...kept, ...asList(include).filter((item) => !present.has(canonicalJson(item)))];
}

function asList(value: Json | undefined): readonly Json[] {
  return isJsonArray(value) ? value : [];
}
