import { describe, expect, it } from 'vitest';
import { ensure, live, ref, to, expectedOf, outcomeOf, type Row } from '../testing/planner-table.ts';

const colour = [live('Red'), live('Blue'), live('Green')];
const crate = { colour, crate: [live('A', { colours: [to('Red'), to('Blue')] })] };
const rack = {
  rack: [
    live('R', {
      slots: [
        { no: 1, holds: 'tea' },
        { no: 2, holds: 'salt' },
      ],
      rows: ['a', 'b'],
    }),
  ],
};
const of = (...names: readonly string[]): ReturnType<typeof ref>[] => names.map((name) => ref(`colour/${name}`));
const colours = (value: object): Row['want'] => [ensure('crate', 'A', { colours: value as never })];
const slots = (value: object): Row['want'] => [ensure('rack', 'R', { slots: value as never })];
const inRows = (value: object): Row['want'] => [ensure('rack', 'R', { rows: value as never })];

const rows: readonly Row[] = [
  {
    name: 'a list without order may come in any',
    live: crate,
    want: colours(of('Blue', 'Red')),
    plan: ['noop crate/A'],
  },
  {
    name: 'a list without order may name one twice',
    live: crate,
    want: colours(of('Blue', 'Red', 'Blue')),
    plan: ['noop crate/A'],
  },
  {
    name: 'a list replaces what is there',
    live: crate,
    want: colours(of('Green')),
    plan: ['update crate/A colours: ["colour/Blue","colour/Red"] → ["colour/Green"]'],
  },
  {
    name: 'an empty list empties',
    live: crate,
    want: colours([]),
    plan: ['update crate/A colours: ["colour/Blue","colour/Red"] → []'],
  },
  { name: 'an empty list is as none', live: { colour, crate: [live('A')] }, want: colours([]), plan: ['noop crate/A'] },
  {
    name: '$include adds',
    live: crate,
    want: colours({ $include: of('Green') }),
    plan: ['update crate/A colours: ["colour/Blue","colour/Red"] → ["colour/Blue","colour/Red","colour/Green"]'],
  },
  {
    name: '$include of what is there changes nothing',
    live: crate,
    want: colours({ $include: of('Red') }),
    plan: ['noop crate/A'],
  },
  {
    name: '$include begins a list that is not there',
    live: { colour, crate: [live('A')] },
    want: colours({ $include: of('Red') }),
    plan: ['update crate/A colours: - → ["colour/Red"]'],
  },
  {
    name: '$exclude takes out',
    live: crate,
    want: colours({ $exclude: of('Red') }),
    plan: ['update crate/A colours: ["colour/Blue","colour/Red"] → ["colour/Blue"]'],
  },
  {
    name: '$exclude of what is not there changes nothing',
    live: crate,
    want: colours({ $exclude: of('Green') }),
    plan: ['noop crate/A'],
  },
  {
    name: '$exclude and $include together',
    live: crate,
    want: colours({ $exclude: of('Red'), $include: of('Green') }),
    plan: ['update crate/A colours: ["colour/Blue","colour/Red"] → ["colour/Blue","colour/Green"]'],
  },
  {
    name: '$include of something new refers to it',
    live: { ...crate, colour },
    want: [ensure('colour', 'Pink'), ...colours({ $include: of('Pink') })],
    plan: [
      'create colour/Pink',
      'update crate/A colours: ["colour/Blue","colour/Red"] → ["colour/Blue","colour/Red","colour/Pink"]',
    ],
  },
  {
    name: '$include twice in two actions adds both',
    live: crate,
    want: [...colours({ $include: of('Green') }), ...colours({ $exclude: of('Blue') })],
    plan: ['update crate/A colours: ["colour/Blue","colour/Red"] → ["colour/Red","colour/Green"]'],
  },
  {
    name: '$include that a later $exclude takes back is nothing',
    live: crate,
    want: [...colours({ $include: of('Green') }), ...colours({ $exclude: of('Green') })],
    plan: ['noop crate/A'],
  },
  {
    name: 'an ordered list differs by order',
    live: rack,
    want: inRows(['b', 'a']),
    plan: ['update rack/R rows: ["a","b"] → ["b","a"]'],
  },
  {
    name: 'an ordered list grows at its end',
    live: rack,
    want: inRows({ $include: ['c'] }),
    plan: ['update rack/R rows: ["a","b"] → ["a","b","c"]'],
  },
  {
    name: 'an ordered list keeps its order when it shrinks',
    live: rack,
    want: inRows({ $exclude: ['a'] }),
    plan: ['update rack/R rows: ["a","b"] → ["b"]'],
  },
  {
    name: 'a keyed list may come in any order',
    live: rack,
    want: slots([
      { no: 2, holds: 'salt' },
      { no: 1, holds: 'tea' },
    ]),
    plan: ['noop rack/R'],
  },
  {
    name: 'a keyed list is laid over by key',
    live: rack,
    want: slots({ $include: [{ no: 2, holds: 'rice' }] }),
    plan: [
      'update rack/R slots: [{"no":1,"holds":"tea"},{"no":2,"holds":"salt"}] → [{"no":1,"holds":"tea"},{"no":2,"holds":"rice"}]',
    ],
  },
  {
    name: 'a keyed list merges items',
    live: rack,
    want: slots({ $include: [{ no: 1, lid: true }] }),
    plan: [
      'update rack/R slots: [{"no":1,"holds":"tea"},{"no":2,"holds":"salt"}] → [{"no":1,"holds":"tea","lid":true},{"no":2,"holds":"salt"}]',
    ],
  },
  {
    name: 'a keyed list lets go by key',
    live: rack,
    want: slots({ $exclude: [2] }),
    plan: ['update rack/R slots: [{"no":1,"holds":"tea"},{"no":2,"holds":"salt"}] → [{"no":1,"holds":"tea"}]'],
  },
  {
    name: 'a keyed list lets go of nothing it has not',
    live: rack,
    want: slots({ $exclude: [{ no: 9 }] }),
    plan: ['noop rack/R'],
  },
  { name: '$include needs a list', live: rack, want: inRows({ $include: 'c' }), refused: ['SB1038'] },
  {
    name: '$include needs a list to add to',
    live: { rack: [live('R', { rows: { a: 1 } })] },
    want: inRows({ $include: ['c'] }),
    refused: ['SB1038'],
    because: 'there is an object, not a list',
  },
  { name: '$include stands alone', live: rack, want: inRows({ $include: ['c'], note: 1 }), refused: ['SB1038'] },
];

describe('lists', () => {
  it.each(rows)('$name', (row) => {
    expect(outcomeOf(row)).toEqual(expectedOf(row));
  });
});
