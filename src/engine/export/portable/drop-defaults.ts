import { isJsonArray, isJsonObject, isSameJson, mapPattern, type Json, type JsonObject } from '../../../core/index.ts';
import { isLeaf, type ResourceDescriptor } from '../../../core/resource/index.ts';

/**
 * The document without what the platform fills in by itself, and without lists and objects that hold nothing. Fields
 * that a creation needs stay, and so do key fields.
 */
export function dropDefaults(descriptor: ResourceDescriptor, document: JsonObject): JsonObject {
  const kept = new Set([...descriptor.required, ...descriptor.key.fields]);
  let marked: Json = document;
  for (const [pattern, standard] of Object.entries(descriptor.defaults)) {
    marked = mapPattern(marked, pattern, (found) => (isSameJson(found, standard) ? null : found));
  }
  const rest = isJsonObject(marked) ? marked : document;
  return Object.fromEntries(
    Object.entries(document).flatMap(([name, value]) => {
      if (kept.has(name)) return [[name, value]];
      const found = withoutNothing(rest[name] ?? null);
      return found === undefined ? [] : [[name, found]];
    }),
  );
}

/** An empty list, an empty object or nothing at all says no more than an absent field does. */
function withoutNothing(value: Json): Json | undefined {
  if (value === null) return undefined;
  if (isJsonArray(value)) return value.length === 0 ? undefined : value;
  if (isLeaf(value) || !isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    const found = withoutNothing(inner);
    return found === undefined ? [] : [[name, found] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
