import { digestText, isSameJson } from '../json/canonical-json.ts';
import type { Json, JsonObject } from '../json/json.ts';
import { arePathsOverlapping, valueAt, withValueAt, type FieldPath } from '../json/path.ts';
import type { FieldChange } from '../plan/plan.ts';
import type { ContentFormats } from '../plan/plan-input.ts';
import { isSameField, withDefaults } from '../resource/canonical-form.ts';
import type { ResourceDescriptor } from '../resource/descriptor.ts';
import { comparableKey, keyOfDocument } from '../resource/key.ts';
import { contentDigestOf } from '../resource/reference.ts';

/** Knows texts by digest and how to compare them. */
export interface TextComparison {
  readonly texts: ReadonlyMap<string, string>;
  readonly contentFormats: ContentFormats;
}

/** True when the document has this value at this path: defaults filled in, content compared as parsed. Hidden fields always count as equal. */
export function hasValue(
  texts: TextComparison,
  descriptor: ResourceDescriptor,
  document: JsonObject,
  field: { readonly path: FieldPath; readonly value: Json | undefined },
): boolean {
  if (isHidden(descriptor, field.path)) return true;
  const live = valueAt(document, field.path);
  if (field.path[0] === descriptor.content?.field) return isSameContent(texts, descriptor, live, field.value);
  if (isSameField(descriptor, field.path, live, field.value)) return true;
  const wanted = withDefaults(descriptor, withValueAt(document, field.path, field.value ?? null));
  return isSameField(
    descriptor,
    field.path,
    valueAt(withDefaults(descriptor, document), field.path),
    valueAt(wanted, field.path),
  );
}

/** True when both content values stand for the same content. */
function isSameContent(
  texts: TextComparison,
  descriptor: ResourceDescriptor,
  left: Json | undefined,
  right: Json | undefined,
): boolean {
  const digests = [contentDigestOf(left), contentDigestOf(right)];
  if (digests[0] === digests[1]) return true;
  const parsed = digests.map((digest) => canonicalContent(texts, descriptor, digest));
  return parsed[0] !== undefined && isSameJson(parsed[0], parsed[1]);
}

/** True when reading never shows the field, so that nothing can be said about its value. */
export function isHidden(descriptor: ResourceDescriptor, path: FieldPath): boolean {
  return [...Object.keys(descriptor.hidden), ...descriptor.secret].some((pattern) => {
    const parts = pattern
      .replaceAll('[]', '')
      .split('.')
      .filter((part) => part !== '');
    return (
      parts.length <= path.length &&
      arePathsOverlapping(
        path.map((part, index) => (parts[index] === '*' ? '*' : part)),
        parts,
      )
    );
  });
}

/** True when the live list lies between the two of a change: a write of several requests that got half-way. */
export function isBetween(descriptor: ResourceDescriptor, live: Json | undefined, change: FieldChange): boolean {
  if (descriptor.lists[change.path.join('.')]?.kind !== 'set') return false;
  const [now, before, after] = [live, change.before, change.after].map(
    (value) => new Set(Array.isArray(value) ? value.map((item) => digestText(JSON.stringify(item))) : []),
  );
  if (now === undefined || before === undefined || after === undefined) return false;
  return before.intersection(after).isSubsetOf(now) && now.isSubsetOf(before.union(after));
}

/** True when both bound documents have the same natural key; references count by id. */
export function isSameKey(descriptor: ResourceDescriptor, left: JsonObject, right: JsonObject): boolean {
  const keys = [left, right].map((document) => keyOfDocument(descriptor, document, (_, handle) => [handle]));
  const [first, second] = keys;
  return (
    first !== undefined &&
    second !== undefined &&
    comparableKey(descriptor.key, first) === comparableKey(descriptor.key, second)
  );
}

function canonicalContent(
  texts: TextComparison,
  descriptor: ResourceDescriptor,
  digest: string | undefined,
): Json | undefined {
  const text = digest === undefined ? undefined : texts.texts.get(digest);
  const parse = descriptor.content === undefined ? undefined : texts.contentFormats[descriptor.content.format];
  if (text === undefined || parse === undefined || descriptor.content === undefined) return undefined;
  return descriptor.content.canonical(parse(text));
}
