import { describe, expect, it } from 'vitest';
import { ensure, live, remove, rename, update, expectedOf, outcomeOf, type Row } from '../testing/planner-table.ts';

const two = { crate: [live('A'), live('B')] };
const bound = (id: string): NonNullable<Row['extra']> => ({
  baseline: {
    environment: 'uat',
    entries: { 'crate/A': { address: 'crate/A', type: 'crate', id, fields: [], runId: 'run_1' } },
  },
});
const twins = {
  lamp: [
    { id: 'l1', name: 'L', watt: 1 },
    { id: 'l2', name: 'L', watt: 2 },
  ],
};
const shelves = { shelf: [{ id: 's1', room: 'Hall', name: 'Top', height: 1 }] };

const rows: readonly Row[] = [
  {
    name: 'a rename keeps the object',
    live: two,
    want: [rename('crate', 'A', 'C')],
    plan: ['rename crate/A → crate/C name: "A" → "C"'],
  },
  {
    name: 'a rename to its own name changes nothing',
    live: two,
    want: [rename('crate', 'A', 'A')],
    plan: ['noop crate/A'],
  },
  {
    name: 'a rename may change the case alone',
    live: two,
    want: [rename('crate', 'A', 'a')],
    plan: ['update crate/a name: "A" → "a"'],
  },
  {
    name: 'a rename that is done already is fine',
    live: two,
    want: [rename('crate', 'Old', 'B')],
    plan: ['noop crate/B'],
  },
  {
    name: 'a rename of nothing to nothing is refused',
    live: two,
    want: [rename('crate', 'X', 'Y')],
    refused: ['SB1027'],
  },
  { name: 'a rename to a taken name is refused', live: two, want: [rename('crate', 'A', 'B')], refused: ['SB1012'] },
  {
    name: 'a rename to the name of what goes is fine',
    live: two,
    want: [remove('crate', 'B'), rename('crate', 'A', 'B')],
    plan: ['delete crate/B', 'rename crate/A → crate/B name: "A" → "B"'],
  },
  {
    name: 'a rename to the name of what moves away is fine',
    live: two,
    want: [rename('crate', 'B', 'C'), rename('crate', 'A', 'B')],
    plan: ['rename crate/B → crate/C name: "B" → "C"', 'rename crate/A → crate/B name: "A" → "B"'],
  },
  {
    name: 'a rename there and back is nothing',
    live: two,
    want: [rename('crate', 'A', 'C'), rename('crate', 'C', 'A')],
    plan: ['noop crate/A'],
  },
  {
    name: 'two renames of one object are one',
    live: two,
    want: [rename('crate', 'A', 'C'), rename('crate', 'C', 'D')],
    plan: ['rename crate/A → crate/D name: "A" → "D"'],
  },
  {
    name: 'a rename frees the old name for a new object',
    live: two,
    want: [rename('crate', 'A', 'C'), ensure('crate', 'A')],
    plan: ['rename crate/A → crate/C name: "A" → "C"', 'create crate/A'],
  },
  {
    name: 'a name that is fixed on creation stays',
    live: { lamp: [live('L')] },
    want: [rename('lamp', 'L', 'M')],
    refused: ['SB1023'],
  },
  {
    name: 'a rename changes the last part of a key',
    live: shelves,
    want: [rename('shelf', ['Hall', 'Top'], 'Low')],
    plan: ['rename shelf/Hall/Top → shelf/Hall/Low name: "Top" → "Low"'],
  },
  {
    name: 'keys of several parts are compared part by part',
    live: shelves,
    want: [update('shelf', ['Hall', 'Top'], { height: 2 })],
    plan: ['update shelf/Hall/Top height: 1 → 2'],
  },
  {
    name: 'a key of too few parts is refused',
    live: shelves,
    want: [update('shelf', ['Top'], { height: 2 })],
    refused: ['SB1026'],
  },
  {
    name: 'a name may hold a slash',
    live: { crate: [live('A/B')] },
    want: [update('crate', 'A/B', { size: 1 })],
    plan: ['update crate/A%2FB size: 10 → 1'],
  },
  {
    name: 'two objects of one name are refused',
    live: twins,
    want: [update('lamp', 'L', { watt: 3 })],
    refused: ['SB1003'],
    because: 'l1, l2',
  },
  {
    name: 'a pin says which of two is meant',
    live: twins,
    want: [update('lamp', 'L', { watt: 3 })],
    environment: { pins: [{ address: 'lamp/L', id: 'l2', reason: 'r' }] },
    plan: ['update lamp/L watt: 2 → 3'],
  },
  {
    name: 'a pin to nothing is refused',
    live: twins,
    want: [update('lamp', 'L', { watt: 3 })],
    environment: { pins: [{ address: 'lamp/L', id: 'l3', reason: 'r' }] },
    refused: ['SB1002'],
  },
  {
    name: 'what was renamed by hand is not made again',
    live: { crate: [live('Z')] },
    want: [ensure('crate', 'A')],
    extra: bound('id-z'),
    refused: ['SB1004'],
    because: 'now called crate/Z',
  },
  {
    name: 'what was renamed by hand can be renamed to be found again',
    live: { crate: [live('Z')] },
    want: [rename('crate', 'Z', 'A'), update('crate', 'A', { size: 1 })],
    extra: bound('id-z'),
    plan: ['rename crate/Z → crate/A name: "Z" → "A"; size: 10 → 1'],
  },
  {
    name: 'a binding to what is gone stands in nobody’s way',
    live: { crate: [] },
    want: [ensure('crate', 'A')],
    extra: bound('id-gone'),
    plan: ['create crate/A'],
  },
];

describe('names', () => {
  it.each(rows)('$name', (row) => {
    expect(outcomeOf(row)).toEqual(expectedOf(row));
  });
});
