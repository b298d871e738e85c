import { describe, expect, it } from 'vitest';
import {
  create,
  each,
  eachOf,
  given,
  inside,
  live,
  remove,
  rename,
  update,
  expectedOf,
  outcomeOf,
  type Row,
} from '../testing/planner-table.ts';

const crates = {
  crate: [live('A', { size: 1 }), live('B', { size: 2 }), live('C', { size: 3 })],
  colour: [live('Red')],
};
const when = (when: string, action: Row['want'][number]): Row['want'][number] => ({ ...action, when });

const rows: readonly Row[] = [
  {
    name: 'two actions on one object are one change',
    live: crates,
    want: [update('crate', 'A', { size: 5 }), update('crate', 'A', { note: 'x' })],
    plan: ['update crate/A note: - → "x"; size: 1 → 5'],
  },
  {
    name: 'the later value wins',
    live: crates,
    want: [update('crate', 'A', { size: 5 }), update('crate', 'A', { size: 6 })],
    plan: ['update crate/A size: 1 → 6'],
  },
  {
    name: 'there and back is no change',
    live: crates,
    want: [update('crate', 'A', { size: 5 }), update('crate', 'A', { size: 1 })],
    plan: ['noop crate/A'],
  },
  {
    name: 'a change of what goes is nothing but its going',
    live: crates,
    want: [update('crate', 'A', { size: 5 }), remove('crate', 'A')],
    plan: ['delete crate/A'],
  },
  {
    name: 'a query sees what earlier actions set',
    live: crates,
    want: [update('crate', 'A', { size: 3 }), each('crate', { where: 'it.size == 3', set: { note: 'x' } })],
    plan: ['update crate/A note: - → "x"; size: 1 → 3', 'update crate/C note: - → "x"'],
  },
  {
    name: 'a query sees what earlier actions made',
    live: crates,
    want: [
      create('crate', 'D', { size: 3 }),
      each('crate', { where: 'it.size == 3', expect: { min: 2, max: 2 }, set: { note: 'x' } }),
    ],
    plan: ['create crate/D', 'update crate/C note: - → "x"'],
  },
  {
    name: 'a query sees no longer what earlier actions deleted',
    live: crates,
    want: [remove('crate', 'C'), each('crate', { expect: { min: 2, max: 2 }, set: { note: 'x' } })],
    plan: ['delete crate/C', 'update crate/A note: - → "x"', 'update crate/B note: - → "x"'],
  },
  {
    name: 'a query sees names that earlier actions gave',
    live: crates,
    want: [rename('crate', 'A', 'Z'), each('crate', { where: 'it.name == "Z"', set: { note: 'x' } })],
    plan: ['rename crate/A → crate/Z name: "A" → "Z"; note: - → "x"'],
  },
  {
    name: 'a query does not see what later actions do',
    live: crates,
    want: [each('crate', { where: 'it.size > 2', set: { note: 'x' } }), update('crate', 'A', { size: 9 })],
    plan: ['update crate/C note: - → "x"', 'update crate/A size: 1 → 9'],
  },
  {
    name: 'an expression sees what earlier actions set',
    live: crates,
    want: [update('crate', 'A', { size: 7 }), update('crate', 'B', { size: '${ref("crate", "A").size + 1}' })],
    plan: ['update crate/A size: 1 → 7', 'update crate/B size: 2 → 8'],
  },
  {
    name: 'an expression sees how many there are by then',
    live: crates,
    want: [create('crate', 'D'), update('crate', 'A', { size: '${size(resources("crate"))}' })],
    plan: ['create crate/D', 'update crate/A size: 1 → 4'],
  },
  {
    name: 'an object is followed through its rename',
    live: crates,
    want: [rename('crate', 'A', 'Z'), update('crate', 'B', { size: '${ref("crate", "Z").size}' })],
    plan: ['rename crate/A → crate/Z name: "A" → "Z"', 'update crate/B size: 2 → 1'],
  },
  {
    name: 'a variable keeps what it was',
    live: crates,
    want: [
      given('n', '${ref("crate", "A").size}'),
      update('crate', 'A', { size: 9 }),
      update('crate', 'B', { size: '${n}' }),
    ],
    plan: ['update crate/A size: 1 → 9', 'update crate/B size: 2 → 1'],
  },
  {
    name: 'a variable may be set anew',
    live: crates,
    want: [given('n', 1), given('n', '${n + 1}'), update('crate', 'A', { size: '${n}' })],
    plan: ['update crate/A size: 1 → 2'],
  },
  {
    name: 'a variable is not known before it is set',
    live: crates,
    want: [update('crate', 'A', { size: '${n}' }), given('n', 1)],
    refused: ['SB2507'],
  },
  {
    name: 'all values of an iterator are computed before the first is set',
    live: crates,
    want: [each('crate', { set: { size: '${size(resources("crate").filter(c, c.size < 3))}' } })],
    plan: ['noop crate/B', 'update crate/A size: 1 → 2', 'update crate/C size: 3 → 2'],
  },
  {
    name: 'the actions inside an iterator see what earlier rounds did',
    live: crates,
    want: [
      eachOf(
        ['A', 'B', 'C'],
        update('crate', '${it}', { size: '${size(resources("crate").filter(c, c.size == 9)) + 9}' }),
      ),
    ],
    plan: ['update crate/A size: 1 → 9', 'update crate/B size: 2 → 10', 'update crate/C size: 3 → 10'],
  },
  {
    name: 'the actions inside an iterator see their object as set and rename left it',
    live: crates,
    want: [
      each('crate', {
        where: 'it.size == 1',
        set: { size: 4 },
        rename: 'Z',
        do: inside(update('crate', 'B', { note: '${it.name} ${it.size}' })),
      }),
    ],
    plan: ['rename crate/A → crate/Z name: "A" → "Z"; size: 1 → 4', 'update crate/B note: - → "Z 4"'],
  },
  {
    name: 'a query inside an iterator is made anew in every round',
    live: crates,
    want: [eachOf([1, 2], each('crate', { where: 'it.size >= 3', set: { size: '${it.size + 1}' } }))],
    plan: ['update crate/C size: 3 → 5'],
  },
  {
    name: 'a condition sees what earlier actions did',
    live: crates,
    want: [remove('colour', 'Red'), when('resources("colour") == []', update('crate', 'A', { note: 'bare' }))],
    plan: ['delete colour/Red', 'update crate/A note: - → "bare"'],
  },
  {
    name: 'a condition that is false skips, and says so',
    live: crates,
    want: [when('env.name == "prod"', remove('crate', 'A'))],
    plan: [],
    told: ['SB1035'],
  },
  {
    name: 'a variable that was skipped is not known',
    live: crates,
    want: [when('false', given('n', 1)), update('crate', 'A', { size: '${n}' })],
    refused: ['SB2507'],
  },
  {
    name: 'a condition must be true or false',
    live: crates,
    want: [when('"yes"', remove('crate', 'A'))],
    refused: ['SB2506'],
  },
  {
    name: 'an iterator that matches nothing is refused',
    live: crates,
    want: [each('crate', { where: 'it.size > 9', set: { note: 'x' } })],
    refused: ['SB1008'],
    because: '0 objects of crate match; at least 1 expected',
  },
  {
    name: 'an iterator may match nothing where it says so',
    live: crates,
    want: [each('crate', { where: 'it.size > 9', expect: { min: 0 }, set: { note: 'x' } })],
    plan: [],
  },
  {
    name: 'an iterator that matches too many is refused',
    live: crates,
    want: [each('crate', { expect: { max: 2 }, delete: true })],
    refused: ['SB1008'],
    because: '3 objects of crate match; 1 to 2 expected',
    plan: [],
  },
  {
    name: 'an iterator changes only what differs',
    live: crates,
    want: [each('crate', { set: { size: 2 } })],
    plan: ['noop crate/B', 'update crate/A size: 1 → 2', 'update crate/C size: 3 → 2'],
  },
  {
    name: 'an iterator renames by an expression',
    live: crates,
    want: [each('crate', { where: 'it.size > 1', rename: 'New ${it.name}' })],
    plan: ['rename crate/B → crate/New B name: "B" → "New B"', 'rename crate/C → crate/New C name: "C" → "New C"'],
  },
  {
    name: 'an iterator over values may be over none',
    live: crates,
    want: [eachOf([], remove('crate', 'A'))],
    plan: [],
  },
];

describe('actions in sequence', () => {
  it.each(rows)('$name', (row) => {
    expect(outcomeOf(row)).toEqual(expectedOf(row));
  });
});
