import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { formatPath, type FieldPath } from '../json/path.ts';
import { refOf } from '../resource/reference.ts';
import { localPartOf, wordsOf, type NameWords } from './names.ts';
import type { Unmatched } from './suggestion.ts';

/** What of an object can tell it from others of its type. */
export interface Features {
  readonly object: Unmatched;
  readonly name: NameWords;
  readonly localPart?: string | undefined;
  /** Plain values worth a comparison, by field: `title: "Head of billing"`. */
  readonly values: ReadonlyMap<string, string>;
  readonly users: ReadonlySet<string>;
}

/** The features of an object. Key fields are left out of the values: they are its name. */
export function featuresOf(
  object: Unmatched,
  { keyFields, environments }: { readonly keyFields: readonly string[]; readonly environments: readonly string[] },
): Features {
  const own = object.key.at(-1) ?? '';
  const localPart = localPartOf(own);
  const rest = Object.fromEntries(Object.entries(object.document).filter(([name]) => !keyFields.includes(name)));
  return {
    object,
    name: wordsOf(localPart ?? own, environments),
    ...(localPart === undefined ? {} : { localPart }),
    values: new Map(plainValues(rest)),
    users: new Set(object.users),
  };
}

/** Texts of some length and numbers that are not everyday ones; references and switches tell nobody apart. */
function plainValues(value: Json, path: FieldPath = []): readonly (readonly [string, string])[] {
  if (refOf(value) !== undefined) return [];
  if (isJsonArray(value)) return value.flatMap((item) => plainValues(item, [...path, '[]']));
  if (isJsonObject(value)) return entriesOf(value, path);
  const isTelling =
    (typeof value === 'string' && value.trim().length >= 4) || (typeof value === 'number' && value > 999);
  if (!isTelling) return [];
  const text = `${formatPath(path.filter((part) => part !== '[]'))} ${JSON.stringify(value)}`;
  return [[text.toLowerCase(), text]];
}

function entriesOf(value: JsonObject, path: FieldPath): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([name, inner]) => plainValues(inner, [...path, name]));
}
