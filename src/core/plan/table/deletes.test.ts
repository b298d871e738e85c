import { describe, expect, it } from 'vitest';
import { each, ensure, live, ref, remove, to, expectedOf, outcomeOf, type Row } from '../testing/planner-table.ts';

const crates = { colour: [live('Red'), live('Blue')], crate: [live('A', { colours: [to('Red')] }), live('B')] };
const labels = {
  crate_labels: {
    'id-a': [{ id: 'id-a', crate: to('A'), colours: [] }],
    'id-b': [{ id: 'id-b', crate: to('B'), colours: [] }],
  },
};
const three = { colour: ['x', 'y', 'z'].map((name) => live(name)), crate: [] };
const users = (...names: readonly string[]): NonNullable<Row['consumers']> => ({
  'id-blue': names.map((name) => ({ type: 'crate', id: `id-${name}`, name })),
});

const rows: readonly Row[] = [
  {
    name: 'go through where nothing uses it',
    live: crates,
    parts: labels,
    want: [remove('colour', 'Blue')],
    plan: ['delete colour/Blue'],
  },
  {
    name: 'are refused while something uses it',
    live: crates,
    parts: labels,
    want: [remove('colour', 'Red')],
    refused: ['SB1011'],
    because: 'still used by crate/A',
  },
  {
    name: 'go through once the user let go',
    live: crates,
    parts: labels,
    want: [ensure('crate', 'A', { colours: [] }), remove('colour', 'Red')],
    plan: ['update crate/A colours: ["colour/Red"] → []', 'delete colour/Red'],
  },
  {
    name: 'go through when the user goes, too',
    live: crates,
    parts: labels,
    want: [remove('crate', 'A'), remove('colour', 'Red')],
    plan: ['delete crate/A', 'delete colour/Red'],
  },
  {
    name: 'go through when a later action lets go',
    live: crates,
    parts: labels,
    want: [remove('colour', 'Red'), ensure('crate', 'A', { colours: [ref('colour/Blue')] })],
    plan: ['update crate/A colours: ["colour/Red"] → ["colour/Blue"]', 'delete colour/Red'],
  },
  {
    name: 'are refused when an action begins to use it',
    live: crates,
    parts: labels,
    want: [ensure('crate', 'B', { colours: [ref('colour/Blue')] }), remove('colour', 'Blue')],
    refused: ['SB1011'],
    because: 'crate/B',
  },
  {
    name: 'are refused while the platform tracks a user',
    live: crates,
    parts: labels,
    consumers: users('elsewhere'),
    want: [remove('colour', 'Blue')],
    refused: ['SB1011'],
    because: 'crate/elsewhere',
  },
  {
    name: 'believe the live object more than the tracking',
    live: crates,
    parts: labels,
    consumers: users('b'),
    want: [remove('colour', 'Blue')],
    plan: ['delete colour/Blue'],
  },
  {
    name: 'are counted against the limit of the environment',
    live: three,
    environment: { limits: { maxObjects: 100, maxDeletes: 2 } },
    want: [each('colour', { delete: true })],
    refused: ['SB1010'],
    because: 'deletes 3 objects; uat allows 2',
  },
  {
    name: 'within the limit are fine',
    live: three,
    environment: { limits: { maxObjects: 100, maxDeletes: 3 } },
    want: [each('colour', { delete: true })],
    plan: ['delete colour/x', 'delete colour/y', 'delete colour/z'],
  },
  {
    name: 'count as touched objects',
    live: three,
    environment: { limits: { maxObjects: 2, maxDeletes: 3 } },
    want: [each('colour', { delete: true })],
    refused: ['SB1009'],
  },
  {
    name: 'of a part that lasts as long as its parent are refused',
    live: crates,
    parts: labels,
    want: [remove('crate_labels', 'A')],
    refused: ['SB1030'],
  },
  {
    name: 'of a child remove it alone',
    live: { crate: [live('A')] },
    parts: { tag: { 'id-a': [{ id: 'id-a/k/t', crate: to('A'), kind: 'k', text: 't' }] } },
    want: [remove('tag', ['A', 'k', 't'])],
    plan: ['delete tag/A/k/t'],
  },
  {
    name: 'of what the public API does not delete are refused',
    live: { star: [live('Vega')] },
    want: [remove('star', 'Vega')],
    refused: ['SB1033'],
  },
  {
    name: 'tell what the platform removes with it',
    live: {
      shelf: [{ id: 's1', room: 'Hall', name: 'Top' }],
      dust: [{ id: 'd1', name: 'D', on: { id: 's1' } }],
      sign: [],
    },
    want: [remove('shelf', ['Hall', 'Top'])],
    plan: ['delete shelf/Hall/Top'],
    told: ['SB1034'],
  },
];

describe('deletes', () => {
  it.each(rows)('$name', (row) => {
    expect(outcomeOf(row)).toEqual(expectedOf(row));
  });
});
