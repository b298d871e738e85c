import { describe, expect, it } from 'vitest';
import {
  create,
  ensure,
  expectedOf,
  live,
  outcomeOf,
  remove,
  rename,
  update,
  type Row,
} from '../testing/planner-table.ts';

const one = { crate: [live('A', { size: 3 })] };
const none = { crate: [] };
const part = { incomplete: ['crate'] };
const modes = (mode: 'seed' | 'observe' | 'reference'): Pick<Row, 'environment'> => ({
  environment: { modes: { crate: mode } },
});

const rows: readonly Row[] = [
  { name: 'ensure makes what is missing', live: none, want: [ensure('crate', 'A')], plan: ['create crate/A'] },
  {
    name: 'ensure leaves what is as wanted',
    live: one,
    want: [ensure('crate', 'A', { size: 3 })],
    plan: ['noop crate/A'],
  },
  {
    name: 'ensure changes what differs',
    live: one,
    want: [ensure('crate', 'A', { size: 4 })],
    plan: ['update crate/A size: 3 → 4'],
  },
  {
    name: 'ensure without values leaves all as it is',
    live: one,
    want: [ensure('crate', 'A')],
    plan: ['noop crate/A'],
  },
  {
    name: 'create makes what is missing',
    live: none,
    want: [create('crate', 'A', { size: 1 })],
    plan: ['create crate/A'],
  },
  { name: 'create refuses what is there', live: one, want: [create('crate', 'A')], refused: ['SB1036'], plan: [] },
  {
    name: 'create refuses what an earlier action made',
    live: none,
    want: [ensure('crate', 'A'), create('crate', 'A')],
    refused: ['SB1036'],
  },
  {
    name: 'create makes anew what an earlier action deleted',
    live: one,
    want: [remove('crate', 'A'), create('crate', 'A')],
    plan: ['create crate/A', 'delete crate/A'],
  },
  {
    name: 'create makes what an earlier rename moved away',
    live: one,
    want: [rename('crate', 'A', 'B'), create('crate', 'A')],
    plan: ['rename crate/A → crate/B name: "A" → "B"', 'create crate/A'],
  },
  {
    name: 'create refuses under the name that an earlier rename gave',
    live: one,
    want: [rename('crate', 'A', 'B'), create('crate', 'B')],
    refused: ['SB1036'],
  },
  {
    name: 'create is as ensure for what this artifact made here before',
    live: one,
    want: [create('crate', 'A', { size: 3 })],
    extra: { deployedBefore: { runId: 'r' } },
    plan: ['noop crate/A'],
  },
  {
    name: 'update changes what is there',
    live: one,
    want: [update('crate', 'A', { size: 4 })],
    plan: ['update crate/A size: 3 → 4'],
  },
  {
    name: 'update leaves what is as wanted',
    live: one,
    want: [update('crate', 'A', { size: 3 })],
    plan: ['noop crate/A'],
  },
  {
    name: 'update refuses what is missing',
    live: none,
    want: [update('crate', 'A', { size: 4 })],
    refused: ['SB1037'],
    plan: [],
  },
  {
    name: 'update refuses what an earlier action deleted',
    live: one,
    want: [remove('crate', 'A'), update('crate', 'A', { size: 4 })],
    refused: ['SB1037'],
  },
  {
    name: 'update changes what an earlier action makes',
    live: none,
    want: [create('crate', 'A'), update('crate', 'A', { size: 4 })],
    plan: ['create crate/A'],
  },
  {
    name: 'update finds an object by the name that an earlier rename gave',
    live: one,
    want: [rename('crate', 'A', 'B'), update('crate', 'B', { size: 4 })],
    plan: ['rename crate/A → crate/B name: "A" → "B"; size: 3 → 4'],
  },
  { name: 'delete removes what is there', live: one, want: [remove('crate', 'A')], plan: ['delete crate/A'] },
  { name: 'delete leaves what is missing', live: none, want: [remove('crate', 'A')], plan: [] },
  {
    name: 'delete twice is one',
    live: one,
    want: [remove('crate', 'A'), remove('crate', 'A')],
    plan: ['delete crate/A'],
  },
  {
    name: 'delete of what an earlier action made leaves nothing',
    live: none,
    want: [ensure('crate', 'A'), remove('crate', 'A')],
    plan: [],
  },
  {
    name: 'names compare without case where the type says so',
    live: one,
    want: [update('crate', 'a', { size: 4 })],
    plan: ['update crate/A size: 3 → 4'],
  },
  {
    name: 'names compare in one Unicode form',
    live: { crate: [live('A', { name: 'é' })] },
    want: [update('crate', 'e\u0301', { size: 4 })],
    plan: ['update crate/é size: 10 → 4'],
  },
  {
    name: 'absence is not believed where objects may be hidden: ensure',
    live: none,
    ...part,
    want: [ensure('crate', 'A')],
    refused: ['SB1007'],
    plan: [],
  },
  {
    name: 'absence is not believed where objects may be hidden: create',
    live: none,
    ...part,
    want: [create('crate', 'A')],
    refused: ['SB1007'],
  },
  {
    name: 'absence is not believed where objects may be hidden: update',
    live: none,
    ...part,
    want: [update('crate', 'A')],
    refused: ['SB1007'],
  },
  {
    name: 'absence is not believed where objects may be hidden: delete',
    live: none,
    ...part,
    want: [remove('crate', 'A')],
    refused: ['SB1007'],
  },
  {
    name: 'absence is not believed where objects may be hidden: rename',
    live: none,
    ...part,
    want: [rename('crate', 'A', 'B')],
    refused: ['SB1007'],
  },
  {
    name: 'what can be seen is changed although others are hidden',
    live: one,
    ...part,
    want: [update('crate', 'A', { size: 4 })],
    plan: ['update crate/A size: 3 → 4'],
  },
  {
    name: 'seed makes what is missing',
    live: none,
    ...modes('seed'),
    want: [ensure('crate', 'A')],
    plan: ['create crate/A'],
  },
  {
    name: 'seed leaves what is there',
    live: one,
    ...modes('seed'),
    want: [ensure('crate', 'A', { size: 4 })],
    plan: ['noop crate/A'],
  },
  { name: 'seed refuses to delete', live: one, ...modes('seed'), want: [remove('crate', 'A')], refused: ['SB1005'] },
  {
    name: 'observe refuses to change',
    live: one,
    ...modes('observe'),
    want: [ensure('crate', 'A', { size: 4 })],
    refused: ['SB1005'],
  },
  {
    name: 'reference refuses to make',
    live: none,
    ...modes('reference'),
    want: [ensure('crate', 'A')],
    refused: ['SB1005'],
  },
  { name: 'a type that nobody knows is refused', want: [ensure('cupboard', 'A')], refused: ['SB1001'] },
  {
    name: 'an organisation has exactly one: ensure changes it',
    live: { house_rules: [{ id: 'organisation', quiet: false }] },
    want: [ensure('house_rules', 'organisation', { quiet: true })],
    plan: ['update house_rules/organisation quiet: false → true'],
  },
  {
    name: 'an organisation has exactly one: it is not made twice',
    live: { house_rules: [{ id: 'organisation' }] },
    want: [create('house_rules', 'organisation')],
    refused: ['SB1036'],
  },
  {
    name: 'an organisation has exactly one: it is not deleted',
    live: { house_rules: [{ id: 'organisation' }] },
    want: [remove('house_rules', 'organisation')],
    refused: ['SB1032'],
  },
  {
    name: 'an organisation has exactly one: it has no other name',
    live: { house_rules: [{ id: 'organisation' }] },
    want: [rename('house_rules', 'organisation', 'x')],
    refused: ['SB1023'],
  },
];

describe('what is there and what is not', () => {
  it.each(rows)('$name', (row) => {
    expect(outcomeOf(row)).toEqual(expectedOf(row));
  });
});
