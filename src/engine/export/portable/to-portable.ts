import {
  digestText,
  isJsonArray,
  isJsonObject,
  mapPattern,
  type Diagnostic,
  type Json,
  type JsonObject,
} from '../../../core/index.ts';
import { escapeInterpolation } from '../../../core/expression/index.ts';
import {
  formatAddress,
  isLinkedReference,
  isSingle,
  keptAsWritten,
  type ResourceDescriptor,
} from '../../../core/resource/index.ts';
import { exportErrorCodes } from '../errors.ts';
import { dropDefaults } from './drop-defaults.ts';
import type { ObjectIndex, ObjectName, ObjectNumber } from '../read/object-index.ts';
import type { PortableDocument, PortableResult } from './portable-document.ts';

/** What a document is made from. */
export interface PortableSource {
  readonly object: ObjectNumber;
  /** Linked. */
  readonly linked: JsonObject;
  readonly contentText?: string | undefined;
  readonly managedBy?: PortableDocument['managedBy'];
  /** Id of the organisation that is exported: where it stands in a text, every environment has its own. */
  readonly organisationId: string;
  /** Hears of each reference to an object that shares its address with others, from documents that can be deployed. */
  readonly onShared: (target: ObjectNumber) => unknown;
}

/** An object as a portable document. A field whose reference can not be written by name is left out, with a warning. */
export function toPortable(
  { object, linked, contentText, managedBy, onShared, organisationId }: PortableSource,
  names: NameIndex,
): PortableResult {
  const descriptor = names.descriptorOf(object);
  const id = names.idOf(object);
  const name = names.nameOf(object);
  if (name === undefined) return { diagnostics: [unnamed(descriptor, id)] };
  const { type } = descriptor;
  const key = exportedKey(name, id);
  const address = formatAddress({ type, key });
  const shared: ObjectNumber[] = [];
  const { fields, left, diagnostics } = portableFields(descriptor, dropDefaults(descriptor, linked), {
    address,
    names,
    organisationId,
    onShared: (target) => shared.push(target),
  });
  if (saysNothing(descriptor, fields)) return { diagnostics };
  if (!name.shared) shared.forEach(onShared);
  const document = { ...fields, ...contentField(descriptor, contentText) };
  return {
    document: {
      address,
      type,
      key,
      managed: !name.shared,
      document,
      contentText,
      managedBy,
      ...(left.length === 0 ? {} : { lost: left }),
    },
    diagnostics,
  };
}

/** The key that an object's file has: of objects that share theirs with the start of the id, and of each parent's. */
export function exportedKey(name: ObjectName, id: string): readonly string[] {
  if (!name.shared) return name.key;
  const mark = id.split('/').map((part) => part.slice(0, 8));
  return name.key.with(-1, `${name.key.at(-1) ?? ''}~${mark.join('-')}`);
}

/** How references are named. */
interface Names extends Pick<PortableSource, 'onShared' | 'organisationId'> {
  readonly names: NameIndex;
}

type NameIndex = Pick<ObjectIndex, 'find' | 'nameOf' | 'descriptorOf' | 'idOf'>;

function portableFields(descriptor: ResourceDescriptor, linked: JsonObject, at: { readonly address: string } & Names) {
  const diagnostics: Diagnostic[] = [];
  const left: string[] = [];
  const fields: Record<string, Json> = {};
  for (const field of descriptor.fields) {
    const value = linked[field];
    if (value === undefined || field === descriptor.content?.field) continue;
    const lost: string[] = [];
    const portable = toPortableValue(value, at, lost);
    if (lost.length === 0) fields[field] = portable;
    else {
      left.push(field);
      diagnostics.push(unresolved(at.address, field, lost));
    }
  }
  return { fields: sortedByName(descriptor, fields), left, diagnostics };
}

/** Lists without an order of their own were sorted by id; by name they are stable across organisations too. */
function sortedByName({ lists }: ResourceDescriptor, fields: JsonObject): JsonObject {
  return Object.entries(lists).reduce((document, [pattern, rule]) => {
    if (rule.kind === 'ordered') return document;
    const textOf = (item: Json): string =>
      JSON.stringify(rule.kind === 'keyed' && isJsonObject(item) ? (item[rule.by] ?? null) : item);
    return mapPattern(document, pattern, (list) => (isJsonArray(list) ? sortedBy(list, textOf) : list)) as JsonObject;
  }, fields);
}

function sortedBy(list: readonly Json[], textOf: (item: Json) => string): readonly Json[] {
  return list
    .map((item) => [textOf(item), item] as const)
    .toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
    .map(([, item]) => item);
}

function contentField(descriptor: ResourceDescriptor, text: string | undefined): JsonObject {
  if (descriptor.content === undefined || text === undefined) return {};
  const substitutions = keptAsWritten(text);
  const content = { $content: digestText(text), ...(substitutions === undefined ? {} : { substitutions }) };
  return { [descriptor.content.field]: content };
}

/** What is there anyway and holds nothing of its own (a queue without wrap-up codes, untouched settings) needs no file. */
function saysNothing(descriptor: ResourceDescriptor, fields: JsonObject): boolean {
  return (
    (descriptor.shape.kind === 'facet' || isSingle(descriptor)) &&
    Object.keys(fields).every((field) => descriptor.key.fields.includes(field))
  );
}

function toPortableValue(value: Json, at: Names, lost: string[]): Json {
  if (isLinkedReference(value)) {
    const target = at.names.find(value.$type, value.$handle);
    const name = at.names.nameOf(target);
    if (name === undefined) lost.push(`${value.$type} ${value.$handle}`);
    if (target !== undefined && name?.shared === true) at.onShared(target);
    return { $ref: escapeInterpolation(name?.address ?? value.$type) };
  }
  if (isJsonArray(value)) return value.map((item) => toPortableValue(item, at, lost));
  if (value === at.organisationId) return '${env.organisationId}';
  if (typeof value === 'string') return escapeInterpolation(value);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(sortedEntries(value).map(([name, inner]) => [name, toPortableValue(inner, at, lost)]));
}

function sortedEntries(value: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}

function unresolved(address: string, field: string, lost: readonly string[]): Diagnostic {
  return {
    code: 'SB3051',
    severity: 'warning',
    summary: 'A field was left out of the export',
    detail: `${address} ${field} points at ${lost.join(', ')}, which was not found or may not be seen.`,
    remedy: exportErrorCodes.SB3051.remedy,
    address,
  };
}

function unnamed(descriptor: ResourceDescriptor, id: string): Diagnostic {
  return {
    code: 'SB3052',
    severity: 'warning',
    summary: 'An object has no key and was not exported',
    detail: `The ${descriptor.noun} ${id} lacks ${descriptor.key.fields.join(' or ')}, or its parent may not be seen.`,
    remedy: exportErrorCodes.SB3052.remedy,
  };
}
