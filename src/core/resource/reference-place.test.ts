import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json/json.ts';
import { testCatalogue } from '../plan/testing/test-world.ts';
import { toDocument } from './canonical-form.ts';
import type { ReferenceRule, ResourceDescriptor } from './descriptor.ts';
import { placesOf } from './reference-place.ts';
import { toCreateBody, toUpdateBody } from './wire-form.ts';

const crate = testCatalogue.find('crate') as ResourceDescriptor;
const byKind = { field: 'kind', types: { C: 'crate', L: 'colour' } } as const;
const link = (id: string, type = 'colour') => ({ $handle: id, $type: type });
const forColours = { field: 'kind', values: ['COLOUR'] } as const;

interface Case {
  readonly name: string;
  readonly rules: readonly ReferenceRule[];
  readonly wire: JsonObject;
  readonly document: JsonObject;
}

const cases: readonly Case[] = [
  {
    name: 'a text that is a list of ids',
    rules: [{ path: 'part.value', wire: 'id-list-text', type: 'colour' }],
    wire: { part: { value: '["c1","c2"]' } },
    document: { part: { value: [link('c1'), link('c2')] } },
  },
  {
    name: 'a text that is an empty list',
    rules: [{ path: 'part.value', wire: 'id-list-text', type: 'colour' }],
    wire: { part: { value: '[]' } },
    document: { part: { value: [] } },
  },
  {
    name: 'a text that is no list',
    rules: [{ path: 'part.value', wire: 'id-list-text', type: 'colour' }],
    wire: { part: { value: 'red, green' } },
    document: { part: { value: 'red, green' } },
  },
  {
    name: 'a list in a text whose type stands beside it',
    rules: [{ path: 'parts[].value', wire: 'id-list-text', type: byKind }],
    wire: {
      parts: [
        { kind: 'C', value: '["b1"]' },
        { kind: 'X', value: '["b1"]' },
      ],
    },
    document: {
      parts: [
        { kind: 'C', value: [link('b1', 'crate')] },
        { kind: 'X', value: '["b1"]' },
      ],
    },
  },
  {
    name: 'an id whose type stands beside it',
    rules: [{ path: 'parts[].target', wire: 'id', type: byKind }],
    wire: {
      parts: [
        { kind: 'C', target: 'b1' },
        { kind: 'L', target: 'c1' },
        { kind: 'X', target: 'text' },
      ],
    },
    document: {
      parts: [
        { kind: 'C', target: link('b1', 'crate') },
        { kind: 'L', target: link('c1') },
        { kind: 'X', target: 'text' },
      ],
    },
  },
  {
    name: 'elements that carry their own type, under an object that has a field of that name',
    rules: [{ path: 'members[]', wire: 'object', type: byKind }],
    wire: {
      kind: 'C',
      members: [
        { id: 'b1', kind: 'C' },
        { id: 'c1', kind: 'L' },
      ],
    },
    document: { kind: 'C', members: [link('b1', 'crate'), link('c1')] },
  },
  {
    name: 'an id where the field beside it says so, and data where it does not',
    rules: [{ path: 'parts[].value', wire: 'id', type: 'colour', when: forColours }],
    wire: { parts: [{ kind: 'COLOUR', value: 'c1' }, { kind: 'TEXT', value: 'c1' }, { value: 'c1' }] },
    document: { parts: [{ kind: 'COLOUR', value: link('c1') }, { kind: 'TEXT', value: 'c1' }, { value: 'c1' }] },
  },
  {
    name: 'a list of ids where the field beside the list says so',
    rules: [{ path: 'values[]', wire: 'id', type: 'colour', when: forColours }],
    wire: { kind: 'COLOUR', values: ['c1', 'c2'] },
    document: { kind: 'COLOUR', values: [link('c1'), link('c2')] },
  },
  {
    name: 'two kinds of references in one place',
    rules: [
      { path: 'parts[].value', wire: 'id', type: 'colour', when: forColours },
      { path: 'parts[].value', wire: 'id-list-text', type: 'crate', when: { field: 'kind', values: ['CRATES'] } },
    ],
    wire: {
      parts: [
        { kind: 'COLOUR', value: 'c1' },
        { kind: 'CRATES', value: '["b1"]' },
      ],
    },
    document: {
      parts: [
        { kind: 'COLOUR', value: link('c1') },
        { kind: 'CRATES', value: [link('b1', 'crate')] },
      ],
    },
  },
  {
    name: 'a word in place of an id',
    rules: [
      { path: 'colour', wire: 'object', type: 'colour', literals: ['*'] },
      { path: 'colours[]', wire: 'id', type: 'colour', literals: ['*', 'none'] },
      { path: 'text', wire: 'id-list-text', type: 'colour', literals: ['*'] },
    ],
    wire: { colour: { id: '*' }, colours: ['none', 'c1', '*'], text: '["*","c1"]' },
    document: { colour: { id: '*' }, colours: ['none', link('c1'), '*'], text: ['*', link('c1')] },
  },
];

function typeWith(given: Case): ResourceDescriptor {
  return { ...crate, fields: Object.keys(given.wire), lists: {}, defaults: {}, references: given.rules };
}

describe.each(cases.map((given) => [given.name, given] as const))('%s', (_, given) => {
  const descriptor = typeWith(given);
  const live = { id: 'o1', body: given.wire };

  it('is linked in the document', () => {
    expect(toDocument(descriptor, live)).toEqual(given.document);
  });

  it('goes back to the wire as it came', () => {
    expect(toCreateBody(descriptor, toDocument(descriptor, live), (handle) => handle)).toEqual(given.wire);
    expect(toUpdateBody(descriptor, live, [], (handle) => handle)).toEqual(given.wire);
  });

  it('is written with the ids of the run', () => {
    const body = toCreateBody(descriptor, toDocument(descriptor, live), (handle) => `new-${handle}`);
    expect(JSON.parse(JSON.stringify(body).replaceAll('new-', ''))).toEqual(given.wire);
    expect(JSON.stringify(body).match(/new-/gu)?.length).toBe(
      JSON.stringify(given.document).match(/\$handle/gu)?.length,
    );
  });
});

it('drops what the platform says beside a word in place of an id', () => {
  const rule: ReferenceRule = { path: 'colour', wire: 'object', type: 'colour', literals: ['*'] };
  const descriptor = { ...crate, fields: ['colour'], references: [rule] };
  const body = { colour: { id: '*', name: 'all of them' } };
  expect(toDocument(descriptor, { id: 'o1', body })).toEqual({ colour: { id: '*' } });
});

it('never sends a handle, even where the field beside it says that there is no reference', () => {
  const rule: ReferenceRule = { path: 'value', wire: 'id', type: 'colour', when: forColours };
  const descriptor = { ...crate, fields: ['kind', 'value'], references: [rule] };
  expect(toCreateBody(descriptor, { kind: 'TEXT', value: link('c1') }, String)).toEqual({ kind: 'TEXT', value: 'c1' });
});

it('tells which places of a body are references, and to what', () => {
  const rule: ReferenceRule = { path: 'parts[].value', wire: 'id', type: 'colour', when: forColours, literals: ['*'] };
  const parts = [
    { kind: 'COLOUR', value: 'c1' },
    { kind: 'COLOUR', value: '*' },
    { kind: 'TEXT', value: 'c2' },
  ];
  expect(placesOf(rule, { parts })).toEqual([{ found: 'c1', type: 'colour' }]);
});
