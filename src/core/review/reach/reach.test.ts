import { describe, expect, it } from 'vitest';
import type { TestCase, TestOrganisation } from '../../plan/testing/test-world.ts';
import type { Reach } from '../review.ts';
import { ensure, reviewOf } from '../testing/reach-world.ts';

const office = { start: '2026-01-05T08:00:00.000', end: '2026-01-05T17:00:00.000', rrule: 'FREQ=DAILY' };

/** A line follows its hours to talks; Care backs Sales up; a dialler calls for Sales. */
const live: TestOrganisation = {
  district: [{ id: 'd1', name: 'Home' }],
  span: [
    { id: 's1', name: 'Office', ...office },
    { id: 's2', name: 'Lunch', start: '2026-01-05T12:00:00.000', end: '2026-01-05T13:00:00.000' },
    { id: 's3', name: 'Never', start: '2020-01-05T12:00:00.000', end: '2020-01-05T13:00:00.000' },
  ],
  hours: [{ id: 'h1', name: 'Main', timeZone: 'UTC', openSchedules: [{ id: 's1' }, { id: 's3' }] }],
  talk: [
    { id: 't1', name: 'Welcome', text: 'hello' },
    { id: 't2', name: 'Closed', text: 'sorry' },
    { id: 't3', name: 'Fire', text: 'run' },
  ],
  line: [
    { id: 'l1', name: 'Hotline', numbers: ['+2', '+1'], hours: { id: 'h1' }, open: { id: 't1' }, closed: { id: 't2' } },
    { id: 'l2', name: 'Other', numbers: ['+9'], open: { id: 't2' } },
  ],
  alarm: [
    {
      id: 'a1',
      name: 'Fire',
      enabled: false,
      emergencyCallFlows: [{ emergencyFlow: { id: 't3' }, ivrs: [{ id: 'l1' }] }],
    },
  ],
  team: [
    { id: 'q1', name: 'Sales', district: { id: 'd1' }, backup: { id: 'q2' }, memberCount: 7 },
    { id: 'q2', name: 'Care', district: { id: 'd1' }, memberCount: 5 },
    { id: 'q3', name: 'Alone', district: { id: 'd1' }, sharedWith: '["q2"]', memberCount: 1 },
  ],
  dialler: [{ id: 'c1', name: 'Winback', team: { id: 'q1' } }],
  grant: [],
};

const reachOf = (given: Partial<TestCase>): Reach =>
  reviewOf({ live, actions: [], parts: { team_people: { q1: [{ id: 'q1', people: [] }] } }, ...given }).review.reach;
const waysOf = (reach: Reach): readonly string[] => reach.objects.map(({ via }) => via.join(' < '));

describe('reach', () => {
  it('follows who refers to what is touched, by the shortest way', () => {
    const reach = reachOf({ actions: [ensure('team', 'Care', { talk: { $ref: 'talk/Welcome' } })] });
    expect(waysOf(reach)).toEqual([
      'team/Care < team/Sales < dialler/Winback',
      'team/Care < team/Alone',
      'team/Care < team/Sales',
    ]);
    expect(reach.users).toBe(13);
    expect(reach.unseen).toContain('team_people is listed one team at a time.');
  });

  it('tells the numbers that lead to what is touched', () => {
    const reach = reachOf({ actions: [ensure('span', 'Office', { end: '2026-01-05T18:00:00.000' })] });
    expect(waysOf(reach)).toEqual(['span/Office < hours/Main', 'span/Office < hours/Main < line/Hotline']);
    expect(reach.numbers).toEqual(['+1', '+2']);
  });

  it('counts numbers that a line loses and gets', () => {
    const reach = reachOf({ actions: [ensure('line', 'Other', { numbers: ['+8'] })] });
    expect(reach.numbers).toEqual(['+8', '+9']);
  });

  it('leads from a block of numbers to the lines that answer them, now and later', () => {
    const block = [{ id: 'b1', name: 'Main', from: '+1', to: '+2' }];
    const actions = [ensure('block', 'Main', { from: '+8', to: '+10' })];
    const reach = reachOf({ live: { ...live, block }, actions });
    expect(waysOf(reach)).toEqual(['block/Main < line/Hotline', 'block/Main < line/Other']);
    expect(reach.numbers).toEqual(['+1', '+2', '+9']);
  });

  it('takes what the platform tracks into account, known to the catalogue or not', () => {
    const consumers = {
      t2: [
        { type: 'team', id: 'q3', name: 'Alone' },
        { type: 'survey', id: 'x', name: 'After call' },
      ],
    };
    const reach = reachOf({ consumers, actions: [ensure('talk', 'Closed', { text: 'bye' })] });
    expect(waysOf(reach)).toEqual([
      'talk/Closed < line/Hotline',
      'talk/Closed < line/Other',
      'talk/Closed < survey/After call',
      'talk/Closed < team/Alone',
    ]);
  });

  it('says when the platform does not track', () => {
    const reach = reachOf({
      actions: [ensure('talk', 'Fire', { text: 'walk' })],
      consumers: { t3: null },
    });
    expect(reach.unseen).toContain('The platform did not say who uses a talk.');
  });

  it('reaches through the object that a touched part belongs to', () => {
    const reach = reachOf({
      actions: [{ kind: 'ensure', target: { type: 'team_people', key: ['Sales'] }, set: { people: ['p1'] } }],
    });
    expect(waysOf(reach)).toContain('team_people/Sales < team/Sales < dialler/Winback');
  });

  it('does not follow what nearly everything refers to', () => {
    const reach = reachOf({ actions: [ensure('district', 'North')] });
    expect(reach).toMatchObject({
      objects: [],
      unseen: ['Who uses district/North was not followed: nearly everything refers to a district.'],
    });
  });

  it('says when not everything was visible', () => {
    const reach = reachOf({ incomplete: ['dialler'], actions: [ensure('team', 'Sales', { backup: null })] });
    expect(reach.unseen).toContain('Not all objects of dialler were seen: the client sees one division only.');
  });

  it('is the same in whatever order actions and objects come', () => {
    const actions = [
      ensure('team', 'Care', { talk: { $ref: 'talk/Welcome' } }),
      ensure('span', 'Office', { end: '2026-01-05T18:00:00.000' }),
      ensure('talk', 'Closed', { text: 'bye' }),
    ];
    const turned = Object.fromEntries(Object.entries(live).map(([type, objects]) => [type, objects.toReversed()]));
    expect(reachOf({ live: turned, actions: actions.toReversed() })).toEqual(reachOf({ actions }));
  });

  it('reads only types that can refer to what was found', () => {
    const { read } = reviewOf({ live, actions: [ensure('dialler', 'Winback', { team: { $ref: 'team/Care' } })] });
    expect(read.toSorted()).toEqual(['type dialler', 'type team']);
  });

  it('asks the platform about a hundred objects at most', () => {
    const many = Array.from({ length: 150 }, (_, index) => ({ id: `n${index}`, name: `T${index}`, memberCount: 0 }));
    const forEach = {
      kind: 'forEach',
      type: 'team',
      as: 'team',
      where: 'true',
      set: { backup: null, talk: { $ref: 'talk/Fire' } },
    } as const;
    const { review, read } = reviewOf({
      live: { ...live, team: many },
      actions: [forEach],
      environment: { limits: { maxObjects: 500, maxDeletes: 0 } },
    });
    expect(read.filter((line) => line.startsWith('consumers'))).toHaveLength(80);
    expect(review.reach.unseen.join(' ')).toContain('asked for 80 objects only');
  });
});

describe('live routes', () => {
  const at = (asOf: string, given: Partial<TestCase> = {}): Reach =>
    reachOf({ actions: [ensure('span', 'Never', { end: '2020-01-05T14:00:00.000' })], extra: { asOf }, ...given });

  it.each([
    ['2026-01-05T12:00:00.000Z', 'open', 'talk/Welcome', 'span/Office'],
    ['2026-01-05T07:59:00.000Z', 'closed', 'talk/Closed', undefined],
  ])('at %s it is %s', (asOf, state, flow, because) => {
    const reach = at(asOf);
    expect(reach.routes).toEqual([
      {
        address: 'line/Hotline',
        state,
        flow,
        localTime: asOf.slice(0, 16),
        timeZone: 'UTC',
        ...(because === undefined ? {} : { because }),
      },
    ]);
    expect(reach.openSchedules).toEqual(because === undefined ? [] : [because]);
  });

  it('are told as the plan leaves them', () => {
    const action = ensure('hours', 'Main', { holidaySchedules: [{ $ref: 'span/Lunch' }], timeZone: 'UTC' });
    const [route] = at('2026-01-05T12:30:00.000Z', { actions: [action] }).routes;
    expect(route).toMatchObject({ state: 'holiday', because: 'span/Lunch' });
    expect(route?.flow).toBeUndefined();
  });

  it('are the emergency talk while an alarm is on', () => {
    const reach = at('2026-01-05T12:00:00.000Z', { actions: [ensure('alarm', 'Fire', { enabled: true })] });
    expect(waysOf(reach)).toEqual(['alarm/Fire < line/Hotline']);
    expect(reach.numbers).toEqual(['+1', '+2']);
    expect(reach.routes).toEqual([
      { address: 'line/Hotline', state: 'emergency', because: 'alarm/Fire', flow: 'talk/Fire' },
    ]);
  });

  it('are open without hours', () => {
    const actions = [ensure('line', 'Other', { numbers: ['+8'] })];
    expect(at('2026-01-05T12:00:00.000Z', { actions }).routes).toEqual([
      { address: 'line/Other', state: 'open', flow: 'talk/Closed' },
    ]);
  });

  it('say what can not be told', () => {
    const actions = [ensure('span', 'Office', { rrule: 'FREQ=SECONDLY' })];
    expect(at('2026-01-05T12:00:00.000Z', { actions }).unseen.join(' ')).toContain(
      'Whether line/Hotline is open can not be told for sure: span/Office',
    );
  });
});
