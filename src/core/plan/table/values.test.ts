import { describe, expect, it } from 'vitest';
import { ensure, live, ref, to, update, expectedOf, outcomeOf, type Row } from '../testing/planner-table.ts';

const full = { crate: [live('A', { size: 3, note: 'x', settings: { timeoutMs: 5, by: 'hand' }, odd: 1 })] };
const lamp = { lamp: [live('L', { watt: 40 })] };
const set = (values: Parameters<typeof ensure>[2]): Row['want'] => [ensure('crate', 'A', values)];

const rows: readonly Row[] = [
  {
    name: 'a field that is not declared keeps its value',
    live: full,
    want: set({ note: 'y' }),
    plan: ['update crate/A note: "x" → "y"'],
  },
  {
    name: 'several fields are one step, in path order',
    live: full,
    want: set({ size: 1, note: 'y' }),
    plan: ['update crate/A note: "x" → "y"; size: 3 → 1'],
  },
  {
    name: 'a field that is not there yet comes without a before',
    live: { crate: [live('A')] },
    want: set({ note: 'y' }),
    plan: ['update crate/A note: - → "y"'],
  },
  { name: 'null clears', live: full, want: set({ note: null }), plan: ['update crate/A note: "x" → null'] },
  {
    name: 'null on what is not there changes nothing',
    live: { crate: [live('A')] },
    want: set({ note: null }),
    plan: ['noop crate/A'],
  },
  {
    name: 'an absent field counts as its default',
    live: { crate: [live('A')] },
    want: set({ size: 10 }),
    plan: ['noop crate/A'],
  },
  {
    name: 'a default is a before',
    live: { crate: [live('A')] },
    want: set({ size: 11 }),
    plan: ['update crate/A size: 10 → 11'],
  },
  {
    name: 'null on a field that has its default changes nothing',
    live: { crate: [live('A', { size: 10 })] },
    want: set({ size: null }),
    plan: ['noop crate/A'],
  },
  {
    name: 'null on a field with a default gives it up to the default',
    live: full,
    want: set({ size: null }),
    plan: ['update crate/A size: 3 → null'],
  },
  {
    name: 'a default inside an object counts, too',
    live: { crate: [live('A', { settings: {} })] },
    want: set({ settings: { timeoutMs: 1000 } }),
    plan: ['noop crate/A'],
  },
  {
    name: 'objects merge',
    live: full,
    want: set({ settings: { timeoutMs: 6 } }),
    plan: ['update crate/A settings.timeoutMs: 5 → 6'],
  },
  {
    name: 'a property that is new in an object comes alone',
    live: full,
    want: set({ settings: { mode: 'm' } }),
    plan: ['update crate/A settings.mode: - → "m"'],
  },
  {
    name: 'null clears one property of an object',
    live: full,
    want: set({ settings: { by: null } }),
    plan: ['update crate/A settings.by: "hand" → null'],
  },
  { name: 'an empty object says nothing', live: full, want: set({ settings: {} }), plan: ['noop crate/A'] },
  {
    name: '$replace replaces an object as a whole',
    live: full,
    want: set({ settings: { $replace: { timeoutMs: 7 } } }),
    plan: ['update crate/A settings: {"timeoutMs":5,"by":"hand"} → {"timeoutMs":7}'],
  },
  {
    name: '$replace with the same is no change',
    live: full,
    want: set({ settings: { $replace: { by: 'hand', timeoutMs: 5 } } }),
    plan: ['noop crate/A'],
  },
  {
    name: 'a text in place of an object replaces it',
    live: full,
    want: set({ settings: 'none' }),
    plan: ['update crate/A settings: {"timeoutMs":5,"by":"hand"} → "none"'],
  },
  {
    name: 'an object in place of a text replaces it',
    live: { crate: [live('A', { settings: 'none' })] },
    want: set({ settings: { by: 'x' } }),
    plan: ['update crate/A settings.by: - → "x"'],
  },
  {
    name: 'an unknown field is refused, with the nearest',
    live: full,
    want: set({ siez: 1 }),
    refused: ['SB1020'],
    because: 'Did you mean "size"?',
  },
  {
    name: 'an unknown field of the live object is left alone',
    live: full,
    want: set({ size: 3 }),
    plan: ['noop crate/A'],
  },
  { name: 'the key of the address may be repeated', live: full, want: set({ name: 'A' }), plan: ['noop crate/A'] },
  {
    name: 'another spelling of the name is written',
    live: full,
    want: [ensure('crate', 'a', { name: 'a' })],
    plan: ['update crate/a name: "A" → "a"'],
  },
  {
    name: 'values can not give another key than the address has',
    live: full,
    want: set({ name: 'B' }),
    refused: ['SB1029'],
  },
  {
    name: 'a new object lacks what it must have',
    live: { crate: [live('A')], lock: [] },
    parts: { lock: { 'id-a': [] } },
    want: [ensure('lock', ['A'])],
    refused: ['SB1015'],
    because: 'has no "code"',
  },
  {
    name: 'a field of creation can be given to a new object',
    live: { lamp: [] },
    want: [ensure('lamp', 'L', { serial: 's' })],
    plan: ['create lamp/L'],
  },
  {
    name: 'a field of creation that is hidden is left alone later',
    live: lamp,
    want: [ensure('lamp', 'L', { serial: 's', watt: 60 })],
    plan: ['update lamp/L watt: 40 → 60'],
  },
  {
    name: 'a reference is compared by what it points at',
    live: { ...full, colour: [live('Red')], crate: [live('A', { colours: [to('Red')] })] },
    want: set({ colours: [ref('colour/Red')] }),
    plan: ['noop crate/A'],
  },
  {
    name: 'update lays values as ensure does',
    live: full,
    want: [update('crate', 'A', { settings: { by: null }, size: 3 })],
    plan: ['update crate/A settings.by: "hand" → null'],
  },
  { name: 'numbers and texts differ', live: full, want: set({ size: '3' }), plan: ['update crate/A size: 3 → "3"'] },
];

describe('values laid over what is there', () => {
  it.each(rows)('$name', (row) => {
    expect(outcomeOf(row)).toEqual(expectedOf(row));
  });
});
