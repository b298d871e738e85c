import { describe, expect, it } from 'vitest';
import { linesOf, planOf, type BareAction, type TestOrganisation } from '../testing/test-world.ts';

const live: TestOrganisation = {
  star: [{ id: 's1', name: 'Vega', height: 3 }],
  pebble: [{ id: 'p1', name: 'Grey', note: 'old' }],
};
const vega = { type: 'star', key: ['Vega'] };
const grey = { type: 'pebble', key: ['Grey'] };

interface Case {
  readonly name: string;
  readonly action: BareAction;
  readonly detail: string;
}

const refused: readonly Case[] = [
  {
    name: 'making an object',
    action: { kind: 'ensure', target: { type: 'pebble', key: ['New'] } },
    detail: 'pebble/New can not be made: the sea makes pebbles.',
  },
  {
    name: 'deleting an object',
    action: { kind: 'delete', target: grey },
    detail: 'pebble/Grey can not be deleted: only the sea takes them.',
  },
  {
    name: 'changing a field',
    action: { kind: 'ensure', target: vega, set: { height: 4 } },
    detail: 'star/Vega can not be changed: nobody can reach them.',
  },
  {
    name: 'changing a field of every object',
    action: { kind: 'forEach', type: 'star', as: 'star', set: { height: 4 } },
    detail: 'star/Vega can not be changed: nobody can reach them.',
  },
  {
    name: 'giving another name',
    action: { kind: 'rename', target: vega, to: 'Wega' },
    detail: 'star/Wega can not be renamed: nobody can reach them.',
  },
];

describe('a plan that needs what the public API does not offer', () => {
  it.each(refused)('fails with the reason: $name', ({ action, detail }) => {
    const { plan } = planOf({ live, actions: [action] });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB1033', severity: 'error', detail, source: { line: 1 } }]);
    expect(plan.diagnostics[0]?.remedy).toMatch(/Admin UI/u);
  });
});

const allowed: readonly { readonly name: string; readonly action: BareAction; readonly lines: readonly string[] }[] = [
  {
    name: 'what is so already',
    action: { kind: 'ensure', target: vega, set: { height: 3 } },
    lines: ['noop star/Vega'],
  },
  {
    name: 'a delete of what is not there',
    action: { kind: 'delete', target: { type: 'star', key: ['Sirius'] } },
    lines: [],
  },
  {
    name: 'the one thing that is possible',
    action: { kind: 'ensure', target: grey, set: { note: 'new' } },
    lines: ['update pebble/Grey note: "old" → "new"'],
  },
];

describe('a plan that needs nothing of it', () => {
  it.each(allowed)('is fine: $name', ({ action, lines }) => {
    const { plan } = planOf({ live, actions: [action] });
    expect(plan.diagnostics).toEqual([]);
    expect(linesOf(plan)).toEqual(lines);
  });
});
