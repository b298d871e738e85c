import type { ValueMapping } from '../environment/environment.ts';
import { isSameJson } from '../json/canonical-json.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { parsePattern } from '../json/path.ts';
import { contentDigestOf, isLinkedReference, refOf } from '../resource/reference.ts';
import { fillStars, matchesGlob, matchStars } from '../text/glob.ts';

/**
 * The document with its plain values as they are in an environment: of each value the first mapping that fits it, its
 * field and its type decides. References have mappings of their own; what an expression gives is not mapped.
 */
export function mapValues(mappings: readonly ValueMapping[], type: string, document: JsonObject): JsonObject {
  const own = mappings
    .filter((mapping) => mapping.type === undefined || matchesGlob(mapping.type, type))
    .map((mapping) => ({ mapping, field: mapping.field === undefined ? undefined : parsePattern(mapping.field) }));
  return own.length === 0 ? document : (mapValue(own, document, []) as JsonObject);
}

/** The value mappings the other way round. */
export function invertedValueMappings(mappings: readonly ValueMapping[]): readonly ValueMapping[] {
  return mappings
    .filter(({ from, to }) => hasStars(from) === hasStars(to))
    .map((mapping) => ({ ...mapping, from: mapping.to, to: mapping.from }));
}

interface PlacedMapping {
  readonly mapping: ValueMapping;
  readonly field: readonly string[] | undefined;
}

function mapValue(mappings: readonly PlacedMapping[], value: Json, path: readonly string[]): Json {
  const mapped = mappings.find(({ mapping, field }) => isInField(field, path) && fits(mapping.from, value));
  if (mapped !== undefined) return replaced(mapped.mapping, value);
  if (refOf(value) !== undefined || isLinkedReference(value)) return value;
  if (isJsonArray(value)) return value.map((item) => mapValue(mappings, item, [...path, '[]']));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === '$content' && contentDigestOf(value) !== undefined ? inner : mapValue(mappings, inner, [...path, name]),
    ]),
  );
}

/** The words that change a list in place stand between the list and its items and are no fields. */
function isInField(field: readonly string[] | undefined, path: readonly string[]): boolean {
  if (field === undefined) return true;
  const place = path.filter((part) => !listWords.includes(part));
  return place.length >= field.length && field.every((part, index) => part === '*' || part === place[index]);
}

const listWords: readonly string[] = ['$include', '$exclude', '$replace'];

function fits(from: Json, value: Json): boolean {
  if (typeof value !== 'string' || typeof from !== 'string') return isSameJson(from, value);
  return !value.includes('${') && matchesGlob(from, value);
}

function replaced({ from, to }: ValueMapping, value: Json): Json {
  if (typeof from !== 'string' || typeof to !== 'string' || typeof value !== 'string') return to;
  return fillStars(to, matchStars(from, value) ?? []);
}

function hasStars(value: Json): boolean {
  return typeof value === 'string' && value.includes('*');
}
