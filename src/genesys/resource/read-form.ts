import { isJsonArray, isJsonObject, valueAt, withValueAt, type Json, type JsonObject } from '../../core/index.ts';
import type { ApiRules } from '../../core/resource/index.ts';

/** A wire body as our side has it: letter case, nesting and maps as the rules say. Fields without a rule stay as they are. */
export function toReadForm(api: ApiRules, body: JsonObject): JsonObject {
  const lower = withCase(api, body, (text) => text.toLowerCase());
  return nested(api, withEntries(api, lower, entriesOf));
}

/** The inverse of `toReadForm`. */
export function toWireForm(api: ApiRules, body: JsonObject): JsonObject {
  const flat = withEntries(api, spread(api, body), mapOf);
  return withCase(api, flat, (text) => text.toUpperCase());
}

/** The body with a part that was read apart put in its place. */
export function withSettings(api: ApiRules, body: JsonObject, settings: Json | undefined): JsonObject {
  if (api.settings === undefined || settings === undefined) return body;
  return withValueAt(body, api.settings.field.split('.'), settings);
}

/** The part that is written apart, and the body without it. */
export function splitSettings(
  api: ApiRules,
  body: JsonObject,
): { readonly body: JsonObject; readonly settings?: Json } {
  if (api.settings === undefined) return { body };
  const path = api.settings.field.split('.');
  const settings = valueAt(body, path);
  const { [path[0] ?? '']: _apart, ...rest } = body;
  return settings === undefined || settings === null ? { body: rest } : { body: rest, settings };
}

function nested(api: ApiRules, body: JsonObject): JsonObject {
  if (api.nest === undefined) return body;
  const { into, beside } = api.nest;
  const inside = Object.entries(body).filter(([name]) => !beside.includes(name));
  const outside = Object.entries(body).filter(([name]) => beside.includes(name));
  return { ...Object.fromEntries(outside), [into]: Object.fromEntries(inside) };
}

function spread(api: ApiRules, body: JsonObject): JsonObject {
  if (api.nest === undefined) return body;
  const { [api.nest.into]: inside, ...outside } = body;
  return { ...(inside as JsonObject | undefined), ...outside };
}

type EntryNames = NonNullable<ApiRules['asEntries']>[string];

function withEntries(api: ApiRules, body: JsonObject, change: (value: Json, names: EntryNames) => Json): JsonObject {
  const changed = Object.entries(api.asEntries ?? {}).flatMap(([field, names]) => {
    const value = body[field];
    return value === undefined ? [] : [[field, change(value, names)] as const];
  });
  return changed.length === 0 ? body : { ...body, ...Object.fromEntries(changed) };
}

function entriesOf(value: Json, names: EntryNames): Json {
  if (!isJsonObject(value)) return value;
  return Object.entries(value).map(([name, held]) => ({ [names.name]: name, [names.value]: held }));
}

/** A name that is a reference is a bare id, or an object with one, by the rule of its place. */
function mapOf(value: Json, names: EntryNames): Json {
  if (!isJsonArray(value)) return value;
  return Object.fromEntries(
    value.flatMap((entry) => {
      const held = isJsonObject(entry) ? entry[names.name] : undefined;
      const name = isJsonObject(held) ? held['id'] : held;
      return isJsonObject(entry) && typeof name === 'string' ? [[name, entry[names.value] ?? null]] : [];
    }),
  );
}

function withCase(api: ApiRules, body: JsonObject, change: (text: string) => string): JsonObject {
  const changed = (api.lowerCase ?? []).flatMap((field) => {
    const value = body[field];
    return typeof value === 'string' ? [[field, change(value)] as const] : [];
  });
  return changed.length === 0 ? body : { ...body, ...Object.fromEntries(changed) };
}
