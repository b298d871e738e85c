import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../core/index.ts';

/** Properties that Architect writes out even when they say nothing. */
const optionalWhenEmpty = ['description', 'failureOutputs', 'foundOutputs', 'inputs', 'outputs', 'successOutputs'];

/**
 * A parsed flow without what Architect adds or numbers by itself: values that are not set (`noValue: true`), empty
 * descriptions and outputs, the division (a field of the flow, which exports always name), and the numbers in `refId`s,
 * which become the position among elements of the same name.
 * Idempotent; flows that behave differently stay different.
 */
export function canonicalFlow(parsed: Json): Json {
  const slim = withoutDivision(withoutUnset(parsed));
  return renamed(slim, canonicalIds(slim));
}

function withoutUnset(value: Json): Json {
  if (isJsonArray(value)) return value.map(withoutUnset);
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value)
    .map(([name, inner]) => [name, withoutUnset(inner)] as const)
    .filter(([name, inner]) => !isUnset(inner) && !(optionalWhenEmpty.includes(name) && isEmpty(inner)));
  return Object.fromEntries(kept);
}

function withoutDivision(flow: Json): Json {
  if (!isJsonObject(flow)) return flow;
  const bare = (body: Json): Json =>
    isJsonObject(body) ? Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'division')) : body;
  return Object.fromEntries(Object.entries(flow).map(([type, body]) => [type, bare(body)]));
}

function isUnset(value: Json): boolean {
  return value === null || (isJsonObject(value) && value['noValue'] === true && Object.keys(value).length === 1);
}

function isEmpty(value: Json): boolean {
  return (
    value === '' ||
    (isJsonArray(value) && value.length === 0) ||
    (isJsonObject(value) && Object.keys(value).length === 0)
  );
}

/** The canonical id of every `refId`, unique: the element's name and which one of that name it is. */
function canonicalIds(flow: Json): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const element of elementsIn(flow)) {
    const refId = element['refId'];
    if (typeof refId !== 'string' || ids.has(refId)) continue;
    const name = typeof element['name'] === 'string' ? element['name'] : '';
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    ids.set(refId, `${name} #${count}`);
  }
  return ids;
}

/** Every element that has a `refId`: lists in their order, properties by name, so that property order does not count. */
function elementsIn(value: Json): readonly JsonObject[] {
  if (isJsonArray(value)) return value.flatMap(elementsIn);
  if (!isJsonObject(value)) return [];
  const inner = Object.keys(value)
    .toSorted()
    .flatMap((name) => elementsIn(value[name] ?? null));
  return 'refId' in value ? [value, ...inner] : inner;
}

/** `refId`s and the paths that point at them (`/inboundCall/tasks/task[Main_12]`), with the other ids. */
function renamed(value: Json, ids: ReadonlyMap<string, string>): Json {
  if (isJsonArray(value)) return value.map((item) => renamed(item, ids));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, renamedText(name, inner, ids)]));
}

function renamedText(property: string, value: Json, ids: ReadonlyMap<string, string>): Json {
  if (typeof value !== 'string') return renamed(value, ids);
  if (property === 'refId') return ids.get(value) ?? value;
  if (!property.endsWith('Ref')) return value;
  return value.replace(/\[(.+)\]$/u, (whole, refId: string) => {
    const id = ids.get(refId);
    return id === undefined ? whole : `[${id}]`;
  });
}
