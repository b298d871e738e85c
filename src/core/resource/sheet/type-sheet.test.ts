import { describe, expect, it } from 'vitest';
import type { ResourceDescriptor } from '../descriptor.ts';
import { typeSheetOf } from './type-sheet.ts';

const queue: ResourceDescriptor = {
  type: 'q',
  area: 'routing',
  noun: 'queue',
  level: 'A',
  shape: { kind: 'object' },
  key: { fields: ['name'], compare: 'insensitive', unique: true },
  defaultMode: 'manage',
  portability: 'portable',
  fields: ['name', 'flow', 'groups', 'skills'],
  readOnly: [],
  createOnly: [],
  required: ['name'],
  hidden: {},
  secret: [],
  lists: { groups: { kind: 'set' }, skills: { kind: 'ordered' } },
  defaults: {},
  api: {
    list: { path: '/q', paging: 'page', pageSize: 100, items: 'entities', whole: true, idField: 'id' },
    create: { method: 'POST', path: '/q' },
    update: { method: 'PUT', path: '/q/{id}' },
    delete: { path: '/q/{id}' },
    capability: { kind: 'crud' },
  },
  references: [
    { path: 'flow', wire: 'object', type: 'flow' },
    { path: 'groups[]', wire: 'object', type: { field: 'type', types: { GROUP: 'group', TEAM: 'team', OLD: 'team' } } },
  ],
  limits: {},
  knownLimits: [],
  versioned: false,
  visibilityLagMs: 0,
  permissions: { view: [], add: [], edit: [], delete: [] },
  audit: { service: 's', entityType: 'Q' },
  reversibility: { create: 'exact', update: 'exact', delete: 'new-id' },
  effect: 'none',
  restorable: false,
  cost: { pageSize: 100, create: 1, update: 1, delete: 1 },
};
const part = { parentType: 'q', parentField: 'flow' };
const { create: _create, update: _update, delete: _delete, ...readOnlyApi } = queue.api;

interface Case {
  readonly name: string;
  readonly change: Partial<ResourceDescriptor>;
  /** export, create, update, delete, rename. */
  readonly expected: string;
  readonly because?: string;
}

const cases: readonly Case[] = [
  { name: 'an ordinary type', change: {}, expected: 'yes yes yes yes yes' },
  {
    name: 'a type that is only referred to',
    change: { defaultMode: 'reference' },
    expected: 'asked yes yes yes yes',
    because: 'its mode is reference',
  },
  {
    name: 'an observed part',
    change: { defaultMode: 'observe', shape: { kind: 'facet', ...part } },
    expected: 'asked no yes no no',
    because: 'it is there as long as its q is',
  },
  {
    name: 'a child',
    change: { shape: { kind: 'child', ...part } },
    expected: 'yes yes yes yes no',
    because: 'its key is part of what it is; a new key is another object',
  },
  {
    name: 'settings of the organisation',
    change: { shape: { kind: 'object', single: true } },
    expected: 'yes no yes no no',
    because: 'every organisation has exactly one',
  },
  {
    name: 'a type whose limit has a reason',
    change: { limits: { delete: 'the platform keeps it for good' } },
    expected: 'yes yes yes no yes',
    because: 'the platform keeps it for good',
  },
  {
    name: 'a type that can only be read',
    change: { api: readOnlyApi },
    expected: 'yes no no no no',
    because: 'the public API has no way to change one',
  },
  {
    name: 'a list of members, which has no update of its own',
    change: {
      api: {
        ...readOnlyApi,
        capability: { kind: 'membership', field: 'm', addBatch: 1, remove: { kind: 'each', path: '/' } },
      },
    },
    expected: 'yes no yes no yes',
  },
  {
    name: 'a type whose name is fixed',
    change: { createOnly: ['name'] },
    expected: 'yes yes yes yes no',
    because: 'its name is fixed once it exists',
  },
];

describe('the sheet of a type', () => {
  it.each(cases)('says what can be done with $name', ({ change, expected, because }) => {
    const { operations } = typeSheetOf({ ...queue, ...change });
    const { export: exporting, create, update, delete: deleting, rename } = operations;
    const all = [exporting, create, update, deleting, rename];
    expect(all.map(({ can }) => can).join(' ')).toBe(expected);
    expect([undefined, ...all.map((each) => each.because)]).toContain(because);
    for (const { can, because: reason } of all) expect(reason === undefined).toBe(can === 'yes');
  });

  it('names every type that a reference may point at, once', () => {
    expect(typeSheetOf(queue).references).toEqual([
      { path: 'flow', types: ['flow'] },
      { path: 'groups[]', types: ['group', 'team'] },
    ]);
  });

  it('tells lists without an order, and how a delete is undone where there is one', () => {
    expect(typeSheetOf(queue)).toMatchObject({ unordered: ['groups'], undoOfDelete: 'with a new id' });
    expect(typeSheetOf({ ...queue, restorable: true }).undoOfDelete).toBe('by restoring it');
    expect(typeSheetOf({ ...queue, limits: { delete: 'never' } })).not.toHaveProperty('undoOfDelete');
  });
});
