import { canonicalJson } from '../../json/canonical-json.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { parsePattern, type FieldPath } from '../../json/path.ts';
import type { ListRule, ResourceDescriptor } from '../descriptor.ts';
import { isLeaf } from '../reference.ts';

/** The rule of the list at a path, or undefined for one without: its items are compared as a whole. */
export function listRuleAt({ lists }: Pick<ResourceDescriptor, 'lists'>, path: FieldPath): ListRule | undefined {
  for (const pattern in lists) {
    const parts = parsePattern(pattern);
    if (parts.length === path.length && parts.every((part, index) => part === '*' || part === path[index]))
      return lists[pattern];
  }
  return undefined;
}

/** True for `{ $include }`, `{ $exclude }` or both. */
export function isListOperator(value: Json): value is JsonObject {
  return isJsonObject(value) && (Object.hasOwn(value, '$include') || Object.hasOwn(value, '$exclude'));
}

/**
 * The list that `{ $include, $exclude }` makes of what is there, or why it can not be told. First items are taken out, then
 * others added at the end. Items of a keyed list are the same when their keys are: one to take out may be given by its key
 * alone, and one to add that is there already is laid over it.
 */
export function applyListOperator(
  operator: JsonObject,
  current: Json | undefined,
  rule: ListRule | undefined,
): { readonly list: readonly Json[] } | { readonly problem: string } {
  const { $include: include = [], $exclude: exclude = [], ...others } = operator;
  const other = Object.keys(others)[0];
  if (other !== undefined) return { problem: `${other} stands beside $include or $exclude` };
  if (!isJsonArray(include)) return { problem: `$include holds ${kindOf(include)}, not a list` };
  if (!isJsonArray(exclude)) return { problem: `$exclude holds ${kindOf(exclude)}, not a list` };
  if (current !== undefined && current !== null && !isJsonArray(current))
    return { problem: `there is ${kindOf(current)}, not a list` };
  const identityOf = identityBy(rule);
  const without = new Set(exclude.map(identityOf));
  const list = (current ?? []).filter((item) => !without.has(identityOf(item)));
  const places = new Map(list.map((item, index) => [identityOf(item), index]));
  for (const item of include) {
    const place = places.get(identityOf(item));
    if (place === undefined) {
      places.set(identityOf(item), list.length);
      list.push(item);
    } else list[place] = merge(list[place] ?? null, item);
  }
  return { list };
}

function identityBy(rule: ListRule | undefined): (item: Json) => string {
  if (rule?.kind !== 'keyed') return canonicalJson;
  return (item) => canonicalJson(isJsonObject(item) && !isLeaf(item) ? (item[rule.by] ?? null) : item);
}

/** The item with another laid over it: objects merge, everything else replaces. */
function merge(item: Json, over: Json): Json {
  if (!isJsonObject(item) || !isJsonObject(over) || isLeaf(item) || isLeaf(over)) return over;
  const merged: Record<string, Json> = { ...item };
  for (const [name, value] of Object.entries(over)) merged[name] = merge(merged[name] ?? null, value);
  return merged;
}

function kindOf(value: Json): string {
  if (isJsonArray(value)) return 'a list';
  if (value === null) return 'null';
  return isJsonObject(value) ? 'an object' : JSON.stringify(value);
}
