import type { JsonObject } from '../json/json.ts';

/** Places in a content text that substitutions fill: `{{name}}`. */
export const placePattern: RegExp = /\{\{\s*([\w.-]+)\s*\}\}/gu;

/** The substitutions under which a text that is not meant to be filled stays as it is; undefined where it has no places. */
export function keptAsWritten(text: string): JsonObject | undefined {
  const places = [...text.matchAll(placePattern)].map(([whole, name = '']) => [name, whole] as const);
  return places.length === 0 ? undefined : Object.fromEntries(places);
}
