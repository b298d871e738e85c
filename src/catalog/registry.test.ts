import { describe, expect, it } from 'vitest';
import { mapPattern, type Json } from '../core/index.ts';
import { referencedType, type ResourceDescriptor, type Shape } from '../core/resource/index.ts';
import { catalogue, createCatalogue } from './index.ts';
import { descriptors } from './registry.ts';
import { fixtureOf } from './testing/fixture.ts';

/** Types that references name and that the catalogue does not have: their values are written back as they were read. */
const typesOutside = [
  'responsemanagement_library',
  'routing_email_domain',
  'routing_email_route',
  'routing_skill_group',
  'script',
  'team',
  'telephony_providers_edges_edge_group',
  'telephony_providers_edges_site',
];

function placesOf(body: Json, pattern: string): readonly Json[] {
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

describe.each(descriptors.map((descriptor) => [descriptor.type, descriptor] as const))('%s', (type, descriptor) => {
  const body = fixtureOf(type);

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
    const shown = descriptor.fields.filter((field) => field !== descriptor.content?.field);
    expect(shown.filter((field) => !(field in body))).toEqual([]);
  });

  it('finds a value at every reference, and its type', () => {
    const found = descriptor.references.flatMap((rule) => {
      const types = placesOf(body, rule.path).map((value) => referencedType(rule, value));
      return types.length > 0 && types.every((known) => known !== undefined && isKnown(known)) ? [] : [rule.path];
    });
    expect(found).toEqual([]);
  });

  it('calls lists only what is a list, and keys elements by a field they have', () => {
    const wrong = Object.entries(descriptor.lists).flatMap(([pattern, rule]) => {
      const lists = placesOf(body, pattern);
      const isRight = lists.length > 0 && lists.every((list) => Array.isArray(list));
      const isKeyed = rule.kind !== 'keyed' || placesOf(body, `${pattern}[].${rule.by}`).length > 0;
      return isRight && isKeyed ? [] : [pattern];
    });
    expect(wrong).toEqual([]);
  });

  it('gives defaults of the kind that the platform answers', () => {
    const kinds = Object.keys(descriptor.defaults).map((pattern) =>
      placesOf(body, pattern).map((found) => typeof found),
    );
    expect(kinds).toEqual(Object.values(descriptor.defaults).map((value) => [typeof value]));
  });

  it('names its secrets outside of what documents show', () => {
    expect(descriptor.secret.filter((pattern) => descriptor.fields.includes(pattern))).toEqual([]);
    expect(descriptor.secret.every((pattern) => placesOf(body, pattern).length > 0)).toBe(true);
    expect(JSON.stringify(Object.keys(body))).not.toMatch(/password|secret/iu);
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
    expect(permissions.add.length > 0).toBe(api.create !== undefined);
    expect(permissions.edit.length > 0).toBe(isUpdatable(descriptor));
    expect(permissions.delete.length > 0).toBe(api.delete !== undefined);
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
    ...(parent?.wire === 'object' && parent.type === parentType
      ? []
      : [`${parentField} is no reference to ${parentType}`]),
  ];
}

function isKnown(type: string): boolean {
  return catalogue.find(type) !== undefined || typesOutside.includes(type);
}

function isUpdatable({ api }: ResourceDescriptor): boolean {
  return api.update !== undefined || api.capability.kind === 'membership';
}
