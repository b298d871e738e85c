import { describe, expect, it } from 'vitest';
import { ensure, live, ref, remove, rename, to, expectedOf, outcomeOf, type Row } from '../testing/planner-table.ts';

const colour = [live('Red'), live('Blue')];
const crates = { colour, crate: [live('A', { colours: [to('Red')] }), live('B')] };
const mapped = { environment: { mappings: [{ from: 'colour/Dev *', to: 'colour/*' }] } };

const rows: readonly Row[] = [
  {
    name: 'to what is there is resolved',
    live: crates,
    want: [ensure('crate', 'B', { colours: [ref('colour/Blue')] })],
    plan: ['update crate/B colours: - → ["colour/Blue"]'],
  },
  {
    name: 'to what an earlier action makes is resolved',
    live: crates,
    want: [ensure('colour', 'Pink'), ensure('crate', 'B', { colours: [ref('colour/Pink')] })],
    plan: ['create colour/Pink', 'update crate/B colours: - → ["colour/Pink"]'],
  },
  {
    name: 'to what only a later action makes is refused',
    live: crates,
    want: [ensure('crate', 'B', { colours: [ref('colour/Pink')] }), ensure('colour', 'Pink')],
    refused: ['SB1002'],
  },
  {
    name: 'to nothing is refused',
    live: crates,
    want: [ensure('crate', 'B', { colours: [ref('colour/Pink')] })],
    refused: ['SB1002'],
    because: 'crate/B refers to colour/Pink',
  },
  {
    name: 'to what an earlier action deletes is refused',
    live: crates,
    want: [remove('colour', 'Blue'), ensure('crate', 'B', { colours: [ref('colour/Blue')] })],
    refused: ['SB1002'],
  },
  {
    name: 'follow a rename by the new name',
    live: crates,
    want: [rename('colour', 'Red', 'Ruby'), ensure('crate', 'A', { colours: [ref('colour/Ruby')] })],
    plan: ['rename colour/Red → colour/Ruby name: "Red" → "Ruby"', 'noop crate/A'],
  },
  {
    name: 'by the old name of a rename are refused',
    live: crates,
    want: [rename('colour', 'Red', 'Ruby'), ensure('crate', 'A', { colours: [ref('colour/Red')] })],
    refused: ['SB1002'],
  },
  {
    name: 'go through the mappings of the environment',
    live: crates,
    ...mapped,
    want: [ensure('crate', 'B', { colours: [ref('colour/Dev Blue')] })],
    plan: ['update crate/B colours: - → ["colour/Blue"]'],
  },
  {
    name: 'that are no address are refused',
    live: crates,
    want: [ensure('crate', 'B', { mate: ref('Blue') })],
    refused: ['SB1026'],
  },
  {
    name: 'of an unknown type are refused',
    live: crates,
    want: [ensure('crate', 'B', { mate: ref('cupboard/X') })],
    refused: ['SB1001'],
  },
  {
    name: 'to oneself are fine where the object is there',
    live: crates,
    want: [ensure('crate', 'A', { mate: ref('crate/A') })],
    plan: ['update crate/A mate: - → "crate/A"'],
  },
  {
    name: 'to another new object are fine',
    live: crates,
    want: [ensure('crate', 'C'), ensure('crate', 'D', { mate: ref('crate/C') })],
    plan: ['create crate/C', 'create crate/D'],
  },
  {
    name: 'in a circle of new objects are opened by a second step',
    live: crates,
    want: [
      ensure('crate', 'C'),
      ensure('crate', 'D', { mate: ref('crate/C') }),
      ensure('crate', 'C', { mate: ref('crate/D') }),
    ],
    plan: ['create crate/C', 'create crate/D', 'update crate/C mate: - → "crate/D"'],
  },
  {
    name: 'are computed from values',
    live: crates,
    inputs: { name: 'Blue' },
    want: [ensure('crate', 'B', { colours: [ref('colour/${inputs.name}')] })],
    plan: ['update crate/B colours: - → ["colour/Blue"]'],
  },
  {
    name: 'may stand for nothing',
    live: { crate: [live('A', { mate: to('A') })] },
    want: [ensure('crate', 'A', { mate: null })],
    plan: ['update crate/A mate: "crate/A" → null'],
  },
  {
    name: 'of a key are resolved for a new object',
    live: { shelf: [{ id: 's1', room: 'Hall', name: 'Top' }], sign: [] },
    want: [ensure('sign', ['Hall', 'Top', 'left'], { text: 'x' })],
    plan: ['create sign/Hall/Top/left'],
  },
  {
    name: 'of a key to nothing are refused',
    live: { shelf: [], sign: [] },
    want: [ensure('sign', ['Hall', 'Top', 'left'], { text: 'x' })],
    refused: ['SB1002', 'SB1015'],
  },
];

describe('references', () => {
  it.each(rows)('$name', (row) => {
    expect(outcomeOf(row)).toEqual(expectedOf(row));
  });
});
