/** Any JSON object, with unknown members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** An object of the platform; never changed in place, always replaced. */
export type Entity = JsonObject & { readonly id: string };

/** Whether the value is a JSON object (not an array, not null). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The string at `key`, or '' when it is missing or not a string. */
export function textOf(object: JsonObject, key: string): string {
  const value = object[key];
  return typeof value === 'string' ? value : '';
}

/** The `id` of a reference object such as `{ "id": "…" }`; undefined for anything else. */
export function refId(value: unknown): string | undefined {
  return isObject(value) && typeof value['id'] === 'string' ? value['id'] : undefined;
}

/** The strings of a list; other members are left out. */
export function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** `over` laid on `under`, object by object; lists and scalars of `over` replace. Null counts as absent. */
export function layered(under: JsonObject, over: JsonObject): JsonObject {
  const result: Record<string, unknown> = { ...under };
  for (const [key, value] of Object.entries(over)) {
    if (value === null || value === undefined) continue;
    const below = result[key];
    result[key] = isObject(below) && isObject(value) ? layered(below, value) : value;
  }
  return result;
}

/** The object without members that are null or undefined at the top level. */
export function withoutNulls(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));
}
