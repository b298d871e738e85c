import { describe, expect, it } from 'vitest';
import { mapPattern, type Json } from '../core/index.ts';
import { placesOf, toDocument, type ResourceDescriptor, type Shape } from '../core/resource/index.ts';
import { catalogue, createCatalogue } from './index.ts';
import { descriptors } from './registry.ts';
import { fixtureOf, hasFixture } from './testing/fixture.ts';

function valuesAt(body: Json, pattern: string): readonly Json[] {
  const found: Json[] = [];
  mapPattern(body, pattern, (value) => {
    found.push(value);
    return value;
  });
  return found;
}

function topLevel(pattern: string): string {
  return /^[^.[]+/u.exec(pattern)?.[0] ?? '';
}

it('finds every descriptor by its type, and each type once', () => {
  expect(catalogue.types).toEqual(descriptors.map(({ type }) => type).toSorted());
  expect(descriptors.every((descriptor) => catalogue.find(descriptor.type) === descriptor)).toBe(true);
  expect(catalogue.find('routing_nothing')).toBeUndefined();
});

it('refuses two descriptors of one type', () => {
  const [first] = descriptors;
  expect(() => createCatalogue(first === undefined ? [] : [first, first])).toThrow('two descriptors describe one type');
});

it('has a fixture of every type', () => {
  expect(descriptors.filter(({ type }) => !hasFixture(type)).map(({ type }) => type)).toEqual([]);
});

const shown = descriptors.filter(({ type }) => hasFixture(type));

describe.each(shown.map((descriptor) => [descriptor.type, descriptor] as const))('%s', (type, descriptor) => {
  const body = fixtureOf(type);
  const document = toDocument(descriptor, { id: 'one', body });

  it('names every field once, and only fields of its own elsewhere', () => {
    const { fields } = descriptor;
    const named = [...descriptor.key.fields, ...descriptor.required, ...descriptor.createOnly];
    const patterns = [
      ...descriptor.readOnly,
      ...descriptor.secret,
      ...descriptor.references.map(({ path }) => path),
      ...Object.keys(descriptor.lists),
      ...Object.keys(descriptor.defaults),
      ...Object.keys(descriptor.hidden),
    ];
    expect(new Set(fields).size).toBe(fields.length);
    expect(named.filter((field) => !fields.includes(field))).toEqual([]);
    expect(patterns.filter((pattern) => !fields.includes(topLevel(pattern)))).toEqual([]);
    expect(descriptor.key.fields.filter((field) => !descriptor.required.includes(field))).toEqual([]);
  });

  it('has a fixture with every field', () => {
    const readable = descriptor.fields.filter((field) => field !== descriptor.content?.field);
    expect(readable.filter((field) => !(field in body))).toEqual([]);
  });

  it('finds a value at every reference, and its type', () => {
    const found = descriptor.references.flatMap((rule) => {
      const places = placesOf(rule, body);
      return places.length > 0 &&
        places.every((place) => place.type !== undefined && catalogue.find(place.type) !== undefined)
        ? []
        : [rule.path];
    });
    expect(found).toEqual([]);
  });

  it('goes with what it refers to only where nobody can make or delete it', () => {
    const { goesWith = [], limits, references } = descriptor;
    expect(goesWith.filter((field) => !references.some(({ path }) => path === field))).toEqual([]);
    const isMadeByHand = limits.create === undefined || limits.delete === undefined;
    expect(isMadeByHand ? goesWith : []).toEqual([]);
  });

  it('calls lists only what is a list, and keys elements by a field they have', () => {
    const wrong = Object.entries(descriptor.lists).flatMap(([pattern, rule]) => {
      const lists = valuesAt(document, pattern);
      const isRight = lists.length > 0 && lists.every((list) => Array.isArray(list));
      const isKeyed = rule.kind !== 'keyed' || valuesAt(document, `${pattern}[].${rule.by}`).length > 0;
      return isRight && isKeyed ? [] : [pattern];
    });
    expect(wrong).toEqual([]);
  });

  it('gives defaults of the kind that the platform answers', () => {
    const wrong = Object.entries(descriptor.defaults).filter(([pattern, value]) => {
      const kinds = new Set(valuesAt(body, pattern).map((found) => typeof found));
      return kinds.size !== 1 || !kinds.has(typeof value);
    });
    expect(wrong).toEqual([]);
  });

  it('names its secrets outside of what documents show', () => {
    expect(descriptor.secret.filter((pattern) => descriptor.fields.includes(pattern))).toEqual([]);
    expect(descriptor.secret.every((pattern) => valuesAt(body, pattern).length > 0)).toBe(true);
    expect(textsNamed(document, /password|secret|private_?key|passphrase/iu)).toEqual([]);
  });

  it('names only fields of its own in what the platform does besides, and says it in a sentence', () => {
    const { effects = [], fields } = descriptor;
    const named = effects.flatMap((rule) => [
      ...(rule.fields ?? []),
      ...(rule.moves ?? []),
      ...(rule.when === undefined ? [] : [rule.when.field]),
    ]);
    expect(named.filter((field) => !fields.includes(field))).toEqual([]);
    expect(effects.filter(({ text }) => !/^The platform .*\.$/u.test(text))).toEqual([]);
  });

  it('says why it can not do what the platform does not offer, and nothing else', () => {
    const { limits } = descriptor;
    expect(Object.keys(limits).toSorted()).toEqual(notOffered(descriptor));
    expect(Object.values(limits).filter((reason) => reason.length < 12 || reason.endsWith('.'))).toEqual([]);
  });

  it('belongs to a type that the catalogue has when it is a part', () => {
    const { shape } = descriptor;
    const problems = shape.kind === 'object' ? [] : problemsOfPart(descriptor, shape);
    expect(problems).toEqual([]);
  });

  it('can be written only through permissions that it names', () => {
    const { api, permissions } = descriptor;
    const all = Object.values(permissions).flat();
    expect(all.filter((permission) => !/^[a-zA-Z]+:[a-zA-Z]+:[a-zA-Z]+$/u.test(permission))).toEqual([]);
    expect(permissions.add.length === 0 || api.create !== undefined).toBe(true);
    expect(permissions.edit.length === 0 || isUpdatable(descriptor)).toBe(true);
    expect(permissions.delete.length === 0 || api.delete !== undefined).toBe(true);
  });
});

function problemsOfPart(
  descriptor: ResourceDescriptor,
  { parentType, parentField }: Exclude<Shape, { kind: 'object' }>,
): readonly string[] {
  const parent = descriptor.references.find(({ path }) => path === parentField);
  return [
    ...(catalogue.find(parentType) === undefined ? [`there is no ${parentType}`] : []),
    ...(descriptor.key.fields[0] === parentField ? [] : [`the key does not start with ${parentField}`]),
    ...(descriptor.shape.kind === 'facet' && descriptor.key.fields.length > 1
      ? ['a facet is called as its parent is, and no more']
      : []),
    ...descriptor.key.fields
      .slice(1)
      .filter((field) => descriptor.references.some(({ path }) => path === field))
      .map((field) => `${field} is a reference, which can not tell children apart`),
    ...(parent?.wire === 'object' && parent.type === parentType
      ? []
      : [`${parentField} is no reference to ${parentType}`]),
  ];
}

function isUpdatable({ api }: ResourceDescriptor): boolean {
  return api.update !== undefined || api.capability.kind === 'membership' || api.capability.kind === 'grants';
}

/** A part that is there as long as its parent is, and what is one of a kind, need no reason for not being made or deleted. */
function notOffered(descriptor: ResourceDescriptor): readonly string[] {
  const { api, limits, shape } = descriptor;
  const stays = shape.kind === 'facet' || (shape.kind === 'object' && shape.single === true);
  return [
    ...(api.create === undefined && (!stays || limits.create !== undefined) ? ['create'] : []),
    ...(api.delete === undefined && (!stays || limits.delete !== undefined) ? ['delete'] : []),
    ...(isUpdatable(descriptor) ? [] : ['update']),
  ];
}

/** Names of texts in the value that speak of what they hold. */
function textsNamed(value: Json, name: RegExp): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => textsNamed(item, name));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    typeof inner === 'string' && name.test(field) ? [field] : textsNamed(inner, name),
  );
}
