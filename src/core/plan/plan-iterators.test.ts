import { describe, expect, it } from 'vitest';
import type { Action } from '../changeset/action.ts';
import { linesOf, planOf, type BareAction, type TestCase } from './testing/test-world.ts';

const source = { file: 'test.yaml', line: 9 };
const crate = (name: string, more: object = {}): { id: string; name: string } => ({ id: `c-${name}`, name, ...more });
const live = { crate: [crate('A', { size: 1 }), crate('B', { size: 2 }), crate('C', { size: 3 })], colour: [] };

/** An action inside an iterator. */
function inside(action: BareAction): Action {
  return { ...action, source } as Action;
}

const cases: readonly (TestCase & { readonly name: string; readonly lines: readonly string[] })[] = [
  {
    name: 'deletes every match',
    actions: [{ kind: 'forEach', type: 'crate', as: 'it', where: 'it.size > 1', delete: true }],
    lines: ['delete crate/B', 'delete crate/C'],
  },
  {
    name: 'renames every match by an expression, and sets fields with it',
    actions: [
      { kind: 'forEach', type: 'crate', as: 'it', where: 'it.size < 3', rename: '${it.name}-old', set: { note: 'x' } },
    ],
    lines: [
      'rename crate/A → crate/A-old name: "A" → "A-old"; note: - → "x"',
      'rename crate/B → crate/B-old name: "B" → "B-old"; note: - → "x"',
    ],
  },
  {
    name: 'does other actions for every match, which name it through its variable',
    actions: [
      {
        kind: 'forEach',
        type: 'crate',
        as: 'box',
        where: 'box.size == 2',
        do: [
          inside({ kind: 'ensure', target: { type: 'colour', key: ['${box.name} red'] } }),
          inside({
            kind: 'update',
            target: { type: 'crate', key: ['${box.name}'] },
            set: { colours: [{ $ref: 'colour/${box.name} red' }] },
          }),
        ],
      },
    ],
    lines: ['create colour/B red', 'update crate/B colours: - → ["colour/B red"]'],
  },
  {
    name: 'goes through a list of values, in its order, and through those that fit only',
    actions: [
      {
        kind: 'forEachValue',
        in: ['red', '${inputs.second}', 'none'],
        as: 'name',
        where: 'name != "none"',
        do: [inside({ kind: 'create', target: { type: 'colour', key: ['${name}'] } })],
      },
    ],
    inputs: { second: 'green' },
    lines: ['create colour/red', 'create colour/green'],
  },
  {
    name: 'goes through a list that an expression gives, one object after the other',
    actions: [
      {
        kind: 'forEachValue',
        in: '${inputs.crates.filter(c, c.size > 1)}',
        as: 'wanted',
        do: [
          inside({
            kind: 'ensure',
            target: { type: 'crate', key: ['${wanted.name}'] },
            set: { size: '${wanted.size}' },
          }),
        ],
      },
    ],
    inputs: {
      crates: [
        { name: 'A', size: 1 },
        { name: 'B', size: 7 },
      ],
    },
    lines: ['update crate/B size: 2 → 7'],
  },
  {
    name: 'keeps the match set that it began with, whatever the actions inside do',
    actions: [
      {
        kind: 'forEach',
        type: 'crate',
        as: 'it',
        do: [inside({ kind: 'ensure', target: { type: 'crate', key: ['${it.name} copy'] } })],
      },
    ],
    lines: ['create crate/A copy', 'create crate/B copy', 'create crate/C copy'],
  },
  {
    name: 'passes over a match that an earlier round deleted',
    actions: [
      {
        kind: 'forEach',
        type: 'crate',
        as: 'it',
        where: 'it.size < 3',
        set: { note: 'seen' },
        do: [inside({ kind: 'delete', target: { type: 'crate', key: ['B'] } })],
      },
    ],
    lines: ['update crate/A note: - → "seen"', 'delete crate/B'],
  },
  {
    name: 'knows variables of a round in that round only',
    actions: [
      { kind: 'let', name: 'suffix', value: 'outer' },
      {
        kind: 'forEachValue',
        in: ['x', 'y'],
        as: 'name',
        do: [
          inside({ kind: 'let', name: 'suffix', value: '${name}!' }),
          inside({ kind: 'ensure', target: { type: 'colour', key: ['${name} ${suffix}'] } }),
        ],
      },
      { kind: 'ensure', target: { type: 'colour', key: ['after ${suffix}'] } },
    ],
    lines: ['create colour/x x!', 'create colour/y y!', 'create colour/after outer'],
  },
  {
    name: 'can stand inside another one',
    actions: [
      {
        kind: 'forEachValue',
        in: [1, 3],
        as: 'wanted',
        do: [
          inside({ kind: 'forEach', type: 'crate', as: 'it', where: 'it.size == wanted', set: { note: 'n${wanted}' } }),
        ],
      },
    ],
    lines: ['update crate/A note: - → "n1"', 'update crate/C note: - → "n3"'],
  },
  {
    name: 'takes how many matches are right from an expression',
    actions: [
      {
        kind: 'forEach',
        type: 'crate',
        as: 'it',
        expect: { min: '${inputs.count}', max: '${inputs.count}' },
        set: { note: 'x' },
      },
    ],
    inputs: { count: 3 },
    lines: ['update crate/A note: - → "x"', 'update crate/B note: - → "x"', 'update crate/C note: - → "x"'],
  },
];

describe('an iterator', () => {
  it.each(cases)('$name', ({ lines, ...given }) => {
    const { plan } = planOf({ live, ...given });
    expect(plan.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(linesOf(plan).toSorted()).toEqual([...lines].toSorted());
  });

  it('puts what its actions inside do under the index of the outermost one, at their own place', () => {
    const { plan } = planOf({ live, actions: [cases[2]?.actions[0] as BareAction] });
    expect(plan.steps.map(({ actions, source: at }) => ({ actions, at }))).toEqual([
      { actions: [0], at: source },
      { actions: [0], at: source },
    ]);
  });
});

const refused: readonly (TestCase & { readonly name: string; readonly code: string; readonly detail: string })[] = [
  {
    name: 'a list that is none',
    actions: [{ kind: 'forEachValue', in: '${inputs.n}', as: 'x', do: [] }],
    inputs: { n: 3 },
    code: 'SB1039',
    detail: 'forEach in: gives 3, which is no list.',
  },
  {
    name: 'an expected number that is none',
    actions: [{ kind: 'forEach', type: 'crate', as: 'x', expect: { min: '${"many"}' }, set: {} }],
    code: 'SB1008',
    detail: 'expect.min gives "many", which is no whole number from 0 on.',
  },
  {
    name: 'fewer values than expected',
    actions: [{ kind: 'forEachValue', in: [], as: 'x', expect: { min: 1 }, do: [] }],
    code: 'SB1008',
    detail: '0 values of x match; at least 1 expected.',
  },
  {
    name: 'names that meet',
    actions: [{ kind: 'forEach', type: 'crate', as: 'x', rename: 'one' }],
    code: 'SB1012',
    detail: 'crate/one exists already.',
  },
  {
    name: 'iterators that multiply beyond reason',
    actions: [
      {
        kind: 'forEachValue',
        in: Array.from({ length: 1000 }, (_, index) => index),
        as: 'x',
        do: [
          inside({
            kind: 'forEachValue',
            in: Array.from({ length: 1000 }, (_, index) => index),
            as: 'y',
            do: [inside({ kind: 'let', name: 'z', value: 1 })],
          }),
        ],
      },
    ],
    code: 'SB1041',
    detail: 'forEach y of a list was stopped after 100000 rounds of all iterators.',
  },
];

describe('an iterator is refused for', () => {
  it.each(refused)('$name', ({ code, detail, ...given }) => {
    const { plan } = planOf({ live, ...given });
    expect(plan.diagnostics.filter(({ severity }) => severity === 'error')[0]).toMatchObject({ code, detail });
  });
});
