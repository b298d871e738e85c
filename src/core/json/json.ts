/** Any value JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; an absent key and a key holding `null` are different things. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** True for objects, false for arrays, null and scalars. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for arrays; narrows where `Array.isArray` can not (readonly arrays). */
export function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
