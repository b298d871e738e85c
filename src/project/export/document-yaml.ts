import { isMap, isScalar, parseDocument, stringify, type Document, type YAMLMap } from 'yaml';
import { isJsonArray, isJsonObject, isSameJson, type Json, type JsonObject } from '../../core/index.ts';
import type { Catalogue, ResourceDescriptor } from '../../core/resource/index.ts';
import { authoredKeyFields } from '../load/resource-key.ts';

const style = { schema: 'core', lineWidth: 0, aliasDuplicateObjects: false } as const;

/** The label that exports give and take: who owns the object, where that is not Signalbox. */
const ownerLabel = 'managedBy';

/** What goes into a document file. */
export interface FileContent {
  readonly key: readonly string[];
  readonly document: JsonObject;
  /** The value of the label of that name. */
  readonly managedBy?: string | undefined;
}

/** What a document file says: head, key, label, then the fields in the descriptor's order; inner keys are sorted. */
export function toFileValue(
  descriptor: ResourceDescriptor,
  { key, document, managedBy }: FileContent,
  catalogue: Catalogue,
): JsonObject {
  const names = authoredKeyFields(descriptor, catalogue);
  const fields = descriptor.fields.filter(
    (field) => !descriptor.key.fields.includes(field) && document[field] !== undefined,
  );
  return {
    apiVersion: 'signalbox/v1',
    kind: 'Resource',
    type: descriptor.type,
    ...Object.fromEntries(names.map((name, index) => [name, key[index] ?? ''])),
    ...(managedBy === undefined ? {} : { labels: { [ownerLabel]: managedBy } }),
    spec: Object.fromEntries(fields.map((field) => [field, sorted(document[field] ?? null)])),
  };
}

/** The text of a new document file. */
export function toFileText(value: JsonObject): string {
  return stringify(value, style);
}

/**
 * The text of an existing file brought to the value: comments, order, and the author's own `labels` and `environments`
 * stay, but for the label that says who owns the object; only what differs is touched. The same text when nothing differs.
 */
export function updateFileText(text: string, value: JsonObject): string {
  if (text === toFileText(value)) return text;
  const document = parseDocument(text, { schema: 'core' });
  if (document.errors.length > 0 || !isMap(document.contents)) return toFileText(value);
  const before = document.toJS() as JsonObject;
  const labels = mergedLabels(before['labels'], value['labels']);
  const { labels: _given, ...rest } = value;
  const after: JsonObject = { ...rest, ...pick(before, ['environments']), ...(labels && { labels }) };
  if (isSameJson(before, after)) return text;
  updateMap(document, document.contents, before, after);
  return document.toString(style);
}

function updateMap(document: Document, map: YAMLMap, before: JsonObject, after: JsonObject): void {
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) map.delete(name);
  for (const [name, value] of Object.entries(after)) {
    const old = before[name];
    if (isSameJson(old, value)) continue;
    const node = map.get(name, true) as unknown;
    if (isMap(node) && isJsonObject(old) && isJsonObject(value)) updateMap(document, node, old, value);
    else if (isScalar(node) && !isJsonObject(value) && !isJsonArray(value)) node.value = value;
    else map.set(name, document.createNode(value));
  }
}

function mergedLabels(authored: Json | undefined, given: Json | undefined): JsonObject | undefined {
  const { [ownerLabel]: _old, ...kept } = isJsonObject(authored) ? authored : {};
  const labels = { ...kept, ...(isJsonObject(given) ? given : {}) };
  return Object.keys(labels).length === 0 ? undefined : labels;
}

function pick(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(names.flatMap((name) => (value[name] === undefined ? [] : [[name, value[name]]])));
}

function sorted(value: Json): Json {
  if (isJsonArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map((name) => [name, sorted(value[name] ?? null)]),
  );
}
