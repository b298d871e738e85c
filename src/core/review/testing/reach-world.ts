import { planOf, testCatalogue, type BareAction, type TestCase } from '../../plan/testing/test-world.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Catalogue, ReferenceRule, ResourceDescriptor } from '../../resource/descriptor.ts';
import { proposeChanges } from '../propose-changes.ts';
import type { PlanReview } from '../review.ts';
import type { ReviewKnowledge } from '../review-knowledge.ts';

const objects = (places: Readonly<Record<string, string>>): readonly ReferenceRule[] =>
  Object.entries(places).map(([path, type]) => ({ path, wire: 'object', type }));

function descriptor(
  facts: Pick<ResourceDescriptor, 'type' | 'fields'> & Partial<ResourceDescriptor>,
): ResourceDescriptor {
  const base = testCatalogue.find('colour');
  if (base === undefined) throw new Error('the test catalogue has no colour');
  return { ...base, noun: facts.type, ...facts };
}

const descriptors: readonly ResourceDescriptor[] = [
  descriptor({ type: 'district', fields: ['name'] }),
  descriptor({ type: 'span', fields: ['name', 'start', 'end', 'rrule'] }),
  descriptor({
    type: 'hours',
    fields: ['name', 'timeZone', 'openSchedules', 'closedSchedules', 'holidaySchedules'],
    references: objects({ 'openSchedules[]': 'span', 'closedSchedules[]': 'span', 'holidaySchedules[]': 'span' }),
  }),
  descriptor({ type: 'talk', fields: ['name', 'text'], effect: 'new-only' }),
  descriptor({
    type: 'line',
    fields: ['name', 'numbers', 'hours', 'open', 'closed', 'holiday'],
    lists: { numbers: { kind: 'set' } },
    references: objects({ hours: 'hours', open: 'talk', closed: 'talk', holiday: 'talk' }),
  }),
  descriptor({
    type: 'alarm',
    fields: ['name', 'enabled', 'emergencyCallFlows'],
    references: objects({ 'emergencyCallFlows[].emergencyFlow': 'talk', 'emergencyCallFlows[].ivrs[]': 'line' }),
  }),
  descriptor({
    type: 'team',
    fields: ['name', 'district', 'talk', 'backup', 'sharedWith'],
    references: [
      ...objects({ district: 'district', talk: 'talk', backup: 'team' }),
      { path: 'sharedWith', wire: 'id-list-text', type: 'team' },
    ],
    effect: 'in-progress',
  }),
  descriptor({
    type: 'team_people',
    shape: { kind: 'facet', parentType: 'team', parentField: 'team' },
    key: { fields: ['team'], compare: 'insensitive', unique: true },
    fields: ['team', 'people'],
    required: [],
    references: objects({ team: 'team' }),
  }),
  descriptor({ type: 'dialler', fields: ['name', 'team'], references: objects({ team: 'team' }) }),
  descriptor({ type: 'block', fields: ['name', 'from', 'to'] }),
  descriptor({ type: 'grant', fields: ['name', 'may'] }),
];

const review: ReviewKnowledge = {
  reach: {
    types: {
      block: { range: { first: 'from', last: 'to' } },
      alarm: { actsOn: ['line'] },
      dialler: {},
      hours: {},
      line: { numbers: 'numbers' },
      talk: {},
      team: { people: 'memberCount' },
      team_people: {},
    },
    tracked: ['talk', 'team'],
    notFollowed: ['district'],
    routes: {
      route: 'line',
      group: 'hours',
      schedule: 'span',
      emergency: 'alarm',
      fields: { group: 'hours', open: 'open', closed: 'closed', holiday: 'holiday' },
    },
  },
  liveTraffic: {
    line: { fields: ['numbers', 'hours', 'open'], decides: 'which talk answers' },
    team: { fields: ['talk'], decides: 'who is talked to' },
  },
  permissions: ['grant'],
  division: { type: 'district', field: 'district' },
};

const byType = new Map(descriptors.map((each) => [each.type, each]));

/**
 * A made-up contact centre: `line` (numbers, follows `hours` to a `talk`), `hours` (of `span`s), `alarm`, `team` (with its
 * people as a facet), `dialler`, `block` (of numbers), `grant` and `district`.
 */
const centreCatalogue: Catalogue = {
  find: (type) => byType.get(type),
  types: [...byType.keys()].toSorted(),
  review,
};

/** The review of the case in the made-up contact centre, at noon of a Monday in UTC unless it says otherwise. */
export function reviewOf(given: TestCase): {
  readonly review: PlanReview;
  readonly plan: Plan;
  readonly read: readonly string[];
} {
  const extra = { catalogue: centreCatalogue, asOf: '2026-01-05T12:00:00.000Z', ...given.extra };
  const { plan, read } = planOf({ ...given, extra }, proposeChanges);
  if (plan.review === undefined) throw new Error('the plan has no review');
  return { review: plan.review, plan, read };
}

/** `ensure` of `type/name`. */
export function ensure(type: string, name: string, set: TestCase['inputs'] = {}): BareAction {
  return { kind: 'ensure', target: { type, key: [name] }, set };
}

/** `delete` of `type/name`. */
export function remove(type: string, name: string): BareAction {
  return { kind: 'delete', target: { type, key: [name] } };
}
