import { expect, it } from 'vitest';
import { proposeChanges } from '../../review/propose-changes.ts';
import { planOf, type BareAction, type TestCase } from '../testing/test-world.ts';

const ensureGold: BareAction = { kind: 'ensure', target: { type: 'badge', key: ['Gold'] }, set: { rank: 2 } };
const gold = (id: string) => ({ id, name: 'gold', rank: 1, ribbon: 'blue' });

const rows: readonly {
  readonly name: string;
  readonly given: Omit<TestCase, 'actions'>;
  readonly steps: readonly object[];
  readonly codes?: readonly string[];
}[] = [
  {
    name: 'a name that nobody has or had makes a new object',
    given: { deleted: { badge: [{ ...gold('b1'), name: 'Silver' }] } },
    steps: [],
    codes: ['SB1015'],
  },
  {
    name: 'the one deleted object of that name is brought back under its id; what it had counts as given',
    given: { deleted: { badge: [gold('b1')] } },
    steps: [{ kind: 'create', handle: 'b1', restores: true, after: { name: 'Gold', rank: 2 } }],
  },
  {
    name: 'a live object of that name is changed, whatever was deleted',
    given: { live: { badge: [gold('b2')] }, deleted: { badge: [gold('b1')] } },
    steps: [{ kind: 'update', handle: 'b2', changes: [{ path: ['rank'], before: 1, after: 2 }] }],
  },
  {
    name: 'several deleted objects of that name stop the plan',
    given: { deleted: { badge: [gold('b1'), gold('b3')] } },
    steps: [],
    codes: ['SB1080'],
  },
];

it.each(rows)('$name', ({ given, steps, codes = [] }) => {
  const { plan } = planOf({ ...given, actions: [ensureGold] });
  expect(codes.length === 0 ? plan.steps : []).toMatchObject(steps);
  expect(plan.diagnostics.map(({ code }) => code)).toEqual(codes);
});

it('deleted objects are looked at only when something of a type that keeps them is made', () => {
  const { read } = planOf({
    live: { badge: [gold('b2')] },
    actions: [ensureGold, { kind: 'ensure', target: { type: 'colour', key: ['Red'] }, set: {} }],
  });
  expect(read).toEqual(['type badge', 'type colour']);
});

it('what is brought back is deleted again by a rollback, and what is deleted is brought back', () => {
  const back = planOf({ deleted: { badge: [gold('b1')] }, actions: [ensureGold] }, proposeChanges).plan.review;
  expect(back?.rollback.steps).toMatchObject([{ kind: 'delete', reversibility: 'exact' }]);
  const gone = planOf(
    { live: { badge: [gold('b1')] }, actions: [{ kind: 'delete', target: { type: 'badge', key: ['Gold'] } }] },
    proposeChanges,
  ).plan.review;
  expect(gone?.rollback).toMatchObject({ problems: [], steps: [{ kind: 'restore', reversibility: 'exact' }] });
});
