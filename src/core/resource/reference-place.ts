import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { mapPattern, parsePattern } from '../json/path.ts';
import type { ReferenceRule, ResourceDescriptor } from './descriptor.ts';
import { isLinkedReference } from './reference.ts';

/** The live id of a handle; throws when the object does not exist yet. */
export type ResolveHandle = (handle: string) => string;

/** The value with every id at a place of the rule as a linked reference; what is no id there stays as it is. */
export function linkReferences(rule: ReferenceRule, value: Json): Json {
  return mapPlaces(rule, value, (found, beside) => (isMeant(rule, beside) ? linkWire(rule, found, beside) : found));
}

/** The value with every linked reference at a place of the type's rules as the wire form has it. */
export function unlinkReferences(descriptor: ResourceDescriptor, value: Json, resolve: ResolveHandle): Json {
  const rules = descriptor.references;
  // Two rules may share a place; a reference whose rule is not meant there must not reach the wire as a handle either.
  const meant = rules.reduce((result, rule) => unlink(rule, result, resolve, true), value);
  return rules
    .filter(({ when }) => when !== undefined)
    .reduce((result, rule) => unlink(rule, result, resolve, false), meant);
}

/** What a wire body holds where the rule means a reference, with the type pointed at, literals left out. */
export function placesOf(rule: ReferenceRule, body: Json): readonly { readonly found: Json; readonly type?: string }[] {
  const places: { readonly found: Json; readonly type?: string }[] = [];
  mapPlaces(rule, body, (found, beside) => {
    const type = referencedType(rule, found, beside);
    const linked = isMeant(rule, beside) && !isLiteral(rule, idIn(rule, found));
    if (linked) places.push(type === undefined ? { found } : { found, type });
    return found;
  });
  return places;
}

/** Calls `visit` with what is at each place, and the object in which the place lies where the rule looks at it. */
function mapPlaces(rule: ReferenceRule, value: Json, visit: (found: Json, beside: JsonObject) => Json): Json {
  if (rule.when === undefined && typeof rule.type === 'string')
    return mapPattern(value, rule.path, (found) => visit(found, {}));
  const parts = parsePattern(rule.path);
  const last = parts.findLastIndex((part) => part !== '[]');
  const inside = (owner: Json): Json =>
    isJsonObject(owner) ? mapPattern(owner, patternOf(parts.slice(last)), (found) => visit(found, owner)) : owner;
  return last <= 0 ? inside(value) : mapPattern(value, patternOf(parts.slice(0, last)), inside);
}

function patternOf(parts: readonly string[]): string {
  return parts.join('.').replaceAll('.[]', '[]');
}

function isMeant({ when }: ReferenceRule, beside: JsonObject): boolean {
  return when === undefined || when.values.includes(String(beside[when.field]));
}

/** The type tag stands in the object with the id, or beside the place. */
function referencedType(rule: ReferenceRule, found: Json, beside: JsonObject): string | undefined {
  const { type } = rule;
  if (typeof type === 'string') return type;
  const tag = isJsonObject(found) ? found[type.field] : undefined;
  return typeof tag === 'string' ? type.types[tag] : typeBeside(rule, beside);
}

/** An element of a list of objects is not told apart by a field of the object that holds the list. */
function typeBeside({ path, wire, type }: ReferenceRule, beside: JsonObject): string | undefined {
  if (typeof type === 'string' || (wire === 'object' && path.endsWith('[]'))) return undefined;
  const tag = beside[type.field];
  return typeof tag === 'string' ? type.types[tag] : undefined;
}

function linkWire(rule: ReferenceRule, found: Json, beside: JsonObject): Json {
  const type = referencedType(rule, found, beside);
  if (rule.wire === 'id-list-text') return linkListText(rule, found, type);
  const id = idIn(rule, found);
  if (isLiteral(rule, id)) return rule.wire === 'object' ? { id: id ?? null } : found;
  if (typeof id === 'string' && id !== '' && type !== undefined) return { $handle: id, $type: type };
  return rule.wire === 'object' && isEmptyReference(found) ? null : found;
}

function linkListText(rule: ReferenceRule, found: Json, type: string | undefined): Json {
  const ids = typeof found === 'string' ? idsInText(found) : undefined;
  if (ids === undefined || type === undefined) return found;
  return ids.map((id) => (isLiteral(rule, id) ? id : { $handle: id, $type: type }));
}

/** The ids in a text that is a JSON list of texts, or undefined for any other text. */
function idsInText(text: string): readonly string[] | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) && parsed.every((id) => typeof id === 'string' && id !== '') ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function idIn(rule: ReferenceRule, found: Json): Json | undefined {
  return rule.wire === 'object' && isJsonObject(found) ? found['id'] : found;
}

function isLiteral({ literals }: ReferenceRule, id: Json | undefined): boolean {
  return typeof id === 'string' && literals?.includes(id) === true;
}

function isEmptyReference(found: Json): boolean {
  return isJsonObject(found) && (found['id'] ?? null) === null && Object.keys(found).every((name) => name === 'id');
}

function unlink(rule: ReferenceRule, value: Json, resolve: ResolveHandle, onlyMeant: boolean): Json {
  return mapPlaces(rule, value, (found, beside) => {
    if (onlyMeant && !isMeant(rule, beside)) return found;
    if (rule.wire === 'id-list-text')
      return isJsonArray(found) && (onlyMeant || found.some(isLinkedReference)) ? listText(found, resolve) : found;
    return isLinkedReference(found) ? toWire(rule, found, beside, resolve) : found;
  });
}

function listText(list: readonly Json[], resolve: ResolveHandle): Json {
  return JSON.stringify(list.map((item) => (isLinkedReference(item) ? resolve(item.$handle) : item)));
}

function toWire(
  rule: ReferenceRule,
  reference: { readonly $handle: string; readonly $type: string },
  beside: JsonObject,
  resolve: ResolveHandle,
): Json {
  const id = resolve(reference.$handle);
  if (rule.wire === 'id') return id;
  if (typeof rule.type === 'string' || typeBeside(rule, beside) === reference.$type) return { id };
  const tag = Object.entries(rule.type.types).find(([, type]) => type === reference.$type)?.[0];
  return tag === undefined ? { id } : { id, [rule.type.field]: tag };
}
