import { describe, expect, it } from 'vitest';
import type { TestCase, TestOrganisation } from '../../plan/testing/test-world.ts';
import type { Risk } from '../review.ts';
import { ensure, remove, reviewOf } from '../testing/reach-world.ts';

const teams = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `q${index}`, name: `T${index}` }));
const live: TestOrganisation = {
  district: [
    { id: 'd1', name: 'Home' },
    { id: 'd2', name: 'Away' },
  ],
  talk: [{ id: 't1', name: 'Welcome', text: 'hello' }],
  line: [{ id: 'l1', name: 'Hotline', numbers: ['+1'], open: { id: 't1' } }],
  team: [{ id: 'q1', name: 'Sales', district: { id: 'd1' }, memberCount: 20 }],
  grant: [{ id: 'g1', name: 'Admin', may: 'little' }],
};

function riskOf(given: TestCase): Risk {
  const environment = { limits: { maxObjects: 5_000, maxDeletes: 100 } };
  return reviewOf({ live, environment, ...given }).review.risk;
}

const linesOf = ({ reasons }: Risk): readonly string[] =>
  reasons.map(({ class: risk, rule, text }) => `${risk} ${rule}: ${text}`);

interface Row {
  readonly name: string;
  readonly given: TestCase;
  readonly risk: Risk['class'];
  readonly lines: readonly string[];
}

const rows: readonly Row[] = [
  { name: 'nothing to do', given: { actions: [ensure('grant', 'Admin', { may: 'little' })] }, risk: 'low', lines: [] },
  { name: 'a new object nobody uses', given: { actions: [ensure('talk', 'New')] }, risk: 'low', lines: [] },
  {
    name: 'a field that decides about calls, on an open line',
    given: { actions: [ensure('line', 'Hotline', { open: null })] },
    risk: 'high',
    lines: [
      'high live-traffic-field: open of line decides which talk answers: line/Hotline.',
      'medium reach-numbers: 1 phone number leads to what it touches: +1.',
      'medium open-now: Calls come in at this time through line/Hotline.',
    ],
  },
  {
    name: 'another field of the same object',
    given: {
      live: { ...live, line: [{ id: 'l1', name: 'Hotline' }] },
      actions: [ensure('line', 'Hotline', { closed: null, holiday: { $ref: 'talk/Welcome' } })],
    },
    risk: 'low',
    lines: [],
  },
  {
    name: 'a new line with numbers',
    given: { actions: [ensure('line', 'Second', { numbers: ['+2'] })] },
    risk: 'high',
    lines: [
      'high live-traffic-field: hours, numbers, open of line decide which talk answers: line/Second.',
      'medium reach-numbers: 1 phone number leads to what it touches: +2.',
      'medium open-now: Calls come in at this time through line/Second.',
    ],
  },
  {
    name: 'interactions in progress',
    given: { actions: [ensure('team', 'Sales', { backup: { $ref: 'team/Sales' } })] },
    risk: 'medium',
    lines: ['medium interactions-in-progress: Interactions in progress feel the change of team/Sales.'],
  },
  {
    name: 'another division',
    given: { actions: [ensure('team', 'Sales', { district: { $ref: 'district/Away' } })] },
    risk: 'high',
    lines: [
      'high division-move: Another division, and so other people, get hold of team/Sales.',
      'medium interactions-in-progress: Interactions in progress feel the change of team/Sales.',
    ],
  },
  {
    name: 'permissions',
    given: { actions: [ensure('grant', 'Admin', { may: 'everything' })] },
    risk: 'high',
    lines: ['high permissions: What people or clients may do changes: grant/Admin.'],
  },
  {
    name: 'a delete',
    given: { live: { ...live, line: [] }, actions: [remove('talk', 'Welcome')] },
    risk: 'medium',
    lines: [
      'medium deletes: 1 object will be deleted: talk/Welcome.',
      'medium rollback-incomplete: A rollback would not be complete: talk/Welcome comes back with another id; what knows its old id outside of the plan has to be told.',
    ],
  },
];

describe('risk', () => {
  it.each(rows)('$name: $risk', ({ given, risk, lines }) => {
    const found = riskOf(given);
    expect(linesOf(found)).toEqual(lines);
    expect(found.class).toBe(risk);
  });

  it.each([
    [49, 'low'],
    [50, 'medium'],
    [500, 'high'],
    [5_000, 'critical'],
  ] as const)('%s people are %s', (memberCount, expected) => {
    const given = {
      live: {
        ...live,
        team: [{ id: 'q1', name: 'Sales', memberCount }],
        talk: [{ id: 't2', name: 'Music' }],
        line: [],
      },
      consumers: { t2: [{ type: 'team', id: 'q1', name: 'Sales' }] },
      actions: [ensure('talk', 'Music', { text: 'new' })],
    };
    expect(riskOf(given).class).toBe(expected);
  });

  it.each([
    [99, undefined],
    [100, 'medium'],
    [1_000, 'high'],
  ] as const)('%s steps are %s', (count, expected) => {
    const actions = Array.from({ length: count }, (_, index) => ensure('grant', `G${index}`));
    const { reasons } = riskOf({ actions });
    expect(reasons.find(({ rule }) => rule === 'large-plan')?.class).toBe(expected);
    expect(Math.max(...reasons.map(({ addresses }) => addresses.length))).toBeLessThanOrEqual(20);
  });

  it('many deletes are graver than one', () => {
    const actions = teams(10).map(({ name }) => remove('team', name));
    const { reasons } = riskOf({ live: { ...live, team: teams(10) }, actions });
    expect(reasons.find(({ rule }) => rule === 'deletes')).toMatchObject({ class: 'high' });
  });

  it('is no part of the decision', () => {
    const digest = (memberCount: number): string =>
      reviewOf({
        live: { ...live, team: [{ id: 'q1', name: 'Sales', memberCount }] },
        actions: [ensure('team', 'Sales', { talk: { $ref: 'talk/Welcome' } })],
      }).plan.decisionDigest;
    expect(digest(5_000)).toBe(digest(1));
  });
});
