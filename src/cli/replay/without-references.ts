import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../core/index.ts';
import { refOf } from '../../core/resource/index.ts';

/** A document without some of its references, and where they stood. */
export interface Pruned {
  readonly document: JsonObject;
  readonly leftOut: readonly { readonly path: string; readonly ref: string }[];
}

/** Every `{ $ref }` in the value, in document order. */
export function refsIn(value: Json): readonly string[] {
  const ref = refOf(value);
  if (ref !== undefined) return [ref];
  if (isJsonArray(value)) return value.flatMap(refsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(refsIn) : [];
}

/** The document without the references that are gone: list items fall out of their list, fields out of their object. */
export function withoutReferences(document: JsonObject, isGone: (ref: string) => boolean): Pruned {
  const leftOut: { readonly path: string; readonly ref: string }[] = [];
  const pruned = prune(document, '', (path, ref) => {
    const gone = isGone(ref);
    if (gone) leftOut.push({ path, ref });
    return gone;
  });
  return { document: isJsonObject(pruned) ? pruned : {}, leftOut };
}

function prune(value: Json, path: string, isGone: (path: string, ref: string) => boolean): Json | undefined {
  const ref = refOf(value);
  if (ref !== undefined) return isGone(path, ref) ? undefined : value;
  if (isJsonArray(value))
    return value.map((item) => prune(item, `${path}[]`, isGone)).filter((item) => item !== undefined);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([name, inner]) => {
    const kept = prune(inner, path === '' ? name : `${path}.${name}`, isGone);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return Object.fromEntries(entries);
}
