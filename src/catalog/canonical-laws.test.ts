import { describe, expect, it } from 'vitest';
import { isJsonArray, mapPattern, type Json, type JsonObject } from '../core/index.ts';
import {
  fingerprint,
  isSameField,
  normaliseDocument,
  toCreateBody,
  toDocument,
  toUpdateBody,
  withDefaults,
  type LiveObject,
  type ResourceDescriptor,
} from '../core/resource/index.ts';
import { descriptors } from './registry.ts';
import { fixtureOf, hasFixture } from './testing/fixture.ts';

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/iu;

function liveOf(type: string): LiveObject {
  const body = fixtureOf(type);
  return {
    id: String(body['id'] ?? 'part'),
    body,
    ...(typeof body['version'] === 'number' && { version: body['version'] }),
  };
}

function withListsReversed(descriptor: ResourceDescriptor, body: JsonObject): JsonObject {
  let result: Json = body;
  for (const [pattern, rule] of Object.entries(descriptor.lists)) {
    if (rule.kind === 'ordered') continue;
    result = mapPattern(result, pattern, (list) => (isJsonArray(list) ? list.toReversed() : list));
  }
  return result as JsonObject;
}

function withoutHandles(value: Json): Json {
  return JSON.parse(JSON.stringify(value, (name, inner: Json) => (name === '$handle' ? undefined : inner))) as Json;
}

const proven = descriptors.filter(({ type }) => hasFixture(type));

describe.each(proven.map((descriptor) => [descriptor.type, descriptor] as const))('%s', (type, descriptor) => {
  const live = liveOf(type);
  const document = toDocument(descriptor, live);

  it('reads the same document from the same object, in whatever order the platform lists', () => {
    const again: LiveObject = { ...live, body: withListsReversed(descriptor, live.body) };
    expect(toDocument(descriptor, again)).toEqual(document);
    expect(fingerprint(descriptor, again)).toBe(fingerprint(descriptor, live));
  });

  it('keeps a normal document as it is', () => {
    const full = withDefaults(descriptor, document);
    expect(normaliseDocument(descriptor, document)).toEqual(document);
    expect(withDefaults(descriptor, full)).toEqual(full);
    const changed = descriptor.fields.filter(
      (field) => !isSameField(descriptor, [field], document[field], full[field] ?? document[field]),
    );
    expect(changed.filter((field) => field in document)).toEqual([]);
  });

  it('leaves no id of another object but inside references', () => {
    expect(JSON.stringify(withoutHandles(document))).not.toMatch(guid);
  });

  it('writes an object that reads back as the document it was made from', () => {
    const created = toCreateBody(descriptor, document, (handle) => handle);
    expect(toDocument(descriptor, { id: 'new', body: created })).toEqual(document);
  });

  it('writes fields back that it does not know', () => {
    const stranger: LiveObject = { ...live, body: { ...live.body, fieldOfTomorrow: { a: [1] } } };
    const body = toUpdateBody(descriptor, stranger, [], (handle) => handle);
    expect(body['fieldOfTomorrow']).toEqual({ a: [1] });
    expect(toDocument(descriptor, { ...live, body })).toEqual(document);
  });

  it('shows no value of a secret', () => {
    const found: Json[] = [];
    for (const pattern of descriptor.secret) mapPattern(document, pattern, (value) => (found.push(value), value));
    expect(found).toEqual([]);
  });
});
