import { describe, expect, it } from 'vitest';
import {
  each,
  ensure,
  live,
  remove,
  rename,
  update,
  expectedOf,
  outcomeOf,
  type Row,
} from '../testing/planner-table.ts';

const crates = { crate: [live('A', { size: 1, settings: { timeoutMs: 5 } }), live('B', { size: 2 })] };
const rules = (...ownership: NonNullable<NonNullable<Row['environment']>['ownership']>): Pick<Row, 'environment'> => ({
  environment: { ownership },
});

const rows: readonly Row[] = [
  {
    name: 'an object of another owner is not changed',
    live: crates,
    ...rules({ type: 'crate', name: 'A', owner: 'terraform' }),
    want: [update('crate', 'A', { size: 2 })],
    refused: ['SB1006'],
    because: 'belongs to "terraform"',
  },
  {
    name: 'an object of another owner is not deleted',
    live: crates,
    ...rules({ type: 'crate', name: 'A', owner: 'terraform' }),
    want: [remove('crate', 'A')],
    refused: ['SB1006'],
  },
  {
    name: 'an object of another owner is not renamed',
    live: crates,
    ...rules({ type: 'crate', name: 'A', owner: 'terraform' }),
    want: [rename('crate', 'A', 'C')],
    refused: ['SB1006'],
  },
  {
    name: 'an object of another owner is not changed by an iterator',
    live: crates,
    ...rules({ type: 'crate', name: 'A', owner: 'hr' }),
    want: [each('crate', { set: { size: 9 } })],
    refused: ['SB1006'],
  },
  {
    name: 'other objects of the type are',
    live: crates,
    ...rules({ type: 'crate', name: 'A', owner: 'terraform' }),
    want: [update('crate', 'B', { size: 3 })],
    plan: ['update crate/B size: 2 → 3'],
  },
  {
    name: 'a name may have stars',
    live: crates,
    ...rules({ type: 'crate', name: '*', owner: 'terraform' }),
    want: [update('crate', 'B', { size: 3 })],
    refused: ['SB1006'],
  },
  {
    name: 'a field of another owner is not changed',
    live: crates,
    ...rules({ type: 'crate', field: 'size', owner: 'business' }),
    want: [update('crate', 'A', { size: 2 })],
    refused: ['SB1006'],
    because: 'size of crate/A',
  },
  {
    name: 'other fields of the object are',
    live: crates,
    ...rules({ type: 'crate', field: 'size', owner: 'business' }),
    want: [update('crate', 'A', { note: 'x' })],
    plan: ['update crate/A note: - → "x"'],
  },
  {
    name: 'a field inside an object may have an owner',
    live: crates,
    ...rules({ type: 'crate', field: 'settings.timeoutMs', owner: 'business' }),
    want: [update('crate', 'A', { settings: { timeoutMs: 6 } })],
    refused: ['SB1006'],
  },
  {
    name: 'what is beside it may be changed',
    live: crates,
    ...rules({ type: 'crate', field: 'settings.timeoutMs', owner: 'business' }),
    want: [update('crate', 'A', { settings: { by: 'x' } })],
    plan: ['update crate/A settings.by: - → "x"'],
  },
  {
    name: 'the first rule that fits decides',
    live: crates,
    ...rules({ type: 'crate', name: 'A', owner: 'signalbox' }, { type: 'crate', owner: 'terraform' }),
    want: [update('crate', 'A', { size: 2 })],
    plan: ['update crate/A size: 1 → 2'],
  },
  {
    name: 'an object with a field of another owner is not deleted',
    live: crates,
    ...rules({ type: 'crate', field: 'size', owner: 'business' }),
    want: [remove('crate', 'A')],
    refused: ['SB1006'],
  },
  {
    name: 'a new object of another owner is not made',
    live: { crate: [] },
    ...rules({ type: 'crate', owner: 'terraform' }),
    want: [ensure('crate', 'N')],
    refused: ['SB1006'],
  },
  {
    name: 'the plan may touch as many objects as the environment allows',
    live: crates,
    environment: { limits: { maxObjects: 2, maxDeletes: 0 } },
    want: [each('crate', { set: { size: 9 } })],
    plan: ['update crate/A size: 1 → 9', 'update crate/B size: 2 → 9'],
  },
  {
    name: 'and not one more',
    live: crates,
    environment: { limits: { maxObjects: 1, maxDeletes: 0 } },
    want: [each('crate', { set: { size: 9 } })],
    refused: ['SB1009'],
  },
  {
    name: 'what is as wanted does not count',
    live: crates,
    environment: { limits: { maxObjects: 1, maxDeletes: 0 } },
    want: [each('crate', { set: { size: 2 } })],
    plan: ['update crate/A size: 1 → 2', 'noop crate/B'],
  },
];

describe('who may write what', () => {
  it.each(rows)('$name', (row) => {
    expect(outcomeOf(row)).toEqual(expectedOf(row));
  });
});
