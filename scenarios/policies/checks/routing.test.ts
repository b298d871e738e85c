import { describe, expect, it } from 'vitest';
import { detailsOf, ensure, findingsOf, proposed, remove, type Example } from '../judge.ts';

const billing = {
  id: 'q1',
  name: 'Billing',
  memberCount: 3,
  acwSettings: { timeoutMs: 5_000_000 },
  memberGroups: [{ id: 's1', type: 'SKILLGROUP' }],
};
const set = (values: Parameters<typeof ensure>[2]) => [ensure('routing_queue', 'Billing', values)];

describe('SB1130 service-level-range', () => {
  const level = (medium: string, percentage: number, durationMs: number): Omit<Example, 'name'> => ({
    live: { routing_queue: [billing] },
    actions: set({ mediaSettings: { [medium]: { serviceLevel: { percentage, durationMs } } } }),
  });
  const table: readonly Example[] = [
    { name: 'takes 80 % within 20 s', ...level('call', 0.8, 20_000) },
    {
      name: 'objects to percents and seconds where fractions and milliseconds belong',
      ...level('call', 80, 20),
      found: [
        'routing_queue/Billing: call has a service level of 80, which is 8000 %; sane is 50 to 100 %.',
        'routing_queue/Billing: call has a service level within 0.02 s; sane is 5 to 600 s.',
      ],
    },
    { name: 'takes a day for an e-mail', ...level('email', 0.8, 86_400_000) },
    {
      name: 'objects to a day for a call',
      ...level('call', 0.8, 86_400_000),
      found: ['routing_queue/Billing: call has a service level within 86400 s; sane is 5 to 600 s.'],
    },
    {
      name: 'takes what the project finds sane',
      ...level('call', 0.3, 86_400_000),
      environment: {
        policies: {
          checks: { SB1130: { parameters: { leastPercent: 20, mostSeconds: 90_000 } } },
          waivers: [],
          policies: [],
        },
      },
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1130', given)).toEqual(found);
  });
});

describe('SB1131 acw-range', () => {
  const live = { routing_queue: [billing] };
  const table: readonly Example[] = [
    { name: 'takes a minute', live, actions: set({ acwSettings: { timeoutMs: 60_000 } }) },
    {
      name: 'objects to seconds where milliseconds belong',
      live,
      actions: set({ acwSettings: { timeoutMs: 60 } }),
      found: ['routing_queue/Billing: after-call work takes 0.06 s; sane is 1 to 900 s.'],
    },
    { name: 'leaves a value alone that the plan does not write', live, actions: set({ description: 'new' }) },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1131', given)).toEqual(found);
  });
});

describe('SB1132 queue-without-members', () => {
  const empty = { id: 'q2', name: 'Sales', memberGroups: [{ id: 'g1', type: 'GROUP' }] };
  const live = { routing_queue: [empty], group: [{ id: 'g1', name: 'Team' }], user: [{ id: 'u1', email: 'a@b.c' }] };
  const members = (...ids: readonly string[]) => ({
    routing_queue_members: { q2: [{ id: 'q2', queue: { id: 'q2' }, members: ids.map((id) => ({ id })) }] },
  });
  const letGo = ensure('routing_queue', 'Sales', { memberGroups: [] });
  const table: readonly Example[] = [
    {
      name: 'objects to a new queue without anybody',
      actions: [ensure('routing_queue', 'New')],
      found: ['routing_queue/New has no members and no member groups.'],
    },
    {
      name: 'takes a new queue with a group',
      live,
      actions: [ensure('routing_queue', 'New', { memberGroups: [{ $ref: 'group/Team', type: 'GROUP' }] })],
    },
    {
      name: 'takes a new queue whose members the same changeset gives',
      live,
      actions: [
        ensure('routing_queue', 'New'),
        ensure('routing_queue_members', 'New', { members: [{ $ref: 'user/a@b.c' }] }),
      ],
    },
    { name: 'takes a queue that keeps members of its own', live, parts: members('u1'), actions: [letGo] },
    {
      name: 'objects to a queue that loses its last group',
      live,
      parts: members(),
      actions: [letGo],
      found: ['routing_queue/Sales has no members and no member groups.'],
    },
    {
      name: 'says nothing of a queue whose staffing stays',
      live,
      actions: [ensure('routing_queue', 'Sales', { description: 'x' })],
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1132', given)).toEqual(found);
  });

  it('reads the members of queues that lose a group, and of no others', () => {
    const parts = (given: Parameters<typeof proposed>[0]): readonly string[] =>
      proposed(given).reads.flatMap((read) =>
        read.kind === 'part' && read.type === 'routing_queue_members' ? [read.parentId] : [],
      );
    expect(parts({ live, parts: members('u1'), actions: [letGo] })).toEqual(['q2']);
    expect(parts({ live, actions: [ensure('routing_queue', 'Sales', { description: 'x' })] })).toEqual([]);
  });

  it('is for information, and a warning where the environment is protected', () => {
    const severities = [false, true].map(
      (isProtected) =>
        findingsOf('SB1132', { actions: [ensure('routing_queue', 'New')], environment: { protected: isProtected } })[0]
          ?.severity,
    );
    expect(severities).toEqual(['info', 'warning']);
  });
});

describe('SB1133 queue-without-flow', () => {
  const flow = { id: 'f1', name: 'Hold', type: 'inqueuecall', publishedVersion: { id: '1' } };
  const live = { routing_queue: [{ ...billing, queueFlow: { id: 'f1' } }], flow: [flow] };
  const table: readonly Example[] = [
    {
      name: 'objects to a new queue without one',
      actions: [ensure('routing_queue', 'New')],
      found: ['routing_queue/New has no in-queue flow for calls.'],
    },
    {
      name: 'takes one with',
      live,
      actions: [ensure('routing_queue', 'New', { queueFlow: { $ref: 'flow/inqueuecall/Hold' } })],
    },
    {
      name: 'objects to one that loses it',
      live,
      actions: set({ queueFlow: null }),
      found: ['routing_queue/Billing has no in-queue flow for calls.'],
    },
    {
      name: 'says nothing of one that never had one',
      live: { routing_queue: [billing] },
      actions: set({ description: 'x' }),
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1133', given)).toEqual(found);
  });
});

describe('SB1134 staffed-queue-loses-skill', () => {
  const asksFor = (routingSkill: string) => [
    {
      routingSkillConditions: [{ routingSkill, comparator: 'GreaterThan', proficiency: 1, childConditions: [] }],
      languageSkillConditions: [],
      operation: 'And',
    },
  ];
  const world = (memberCount: number) => ({
    routing_queue: [{ ...billing, memberCount }],
    routing_skill_group: [{ id: 's1', name: 'Seniors', skillConditions: asksFor('VIP') }],
    routing_skill: [
      { id: 'k1', name: 'VIP' },
      { id: 'k2', name: 'Other' },
    ],
  });
  const table: readonly Example[] = [
    {
      name: 'objects to deleting a skill that staffs a queue',
      live: world(3),
      actions: [remove('routing_skill', 'VIP')],
      found: ['routing_queue/Billing is staffed by routing_skill_group/Seniors, which asks for routing_skill/VIP.'],
    },
    { name: 'takes deleting another', live: world(3), actions: [remove('routing_skill', 'Other')] },
    { name: 'takes it where nobody works in the queue', live: world(0), actions: [remove('routing_skill', 'VIP')] },
    {
      name: 'objects to a skill group that no longer asks for it',
      live: world(3),
      actions: [ensure('routing_skill_group', 'Seniors', { skillConditions: asksFor('Other') })],
      found: [
        'routing_queue/Billing is staffed by routing_skill_group/Seniors, which no longer asks for routing_skill/VIP.',
      ],
    },
    {
      name: 'takes a skill group that asks for the same in other words',
      live: world(3),
      actions: [
        ensure('routing_skill_group', 'Seniors', { skillConditions: [...asksFor('VIP'), ...asksFor('Other')] }),
      ],
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1134', given)).toEqual(found);
  });
});

describe('SB1135 staffed-queue-deleted', () => {
  const table: readonly Example[] = [
    {
      name: 'takes a queue that nobody works in',
      live: { routing_queue: [{ ...billing, memberCount: 0 }] },
      actions: [remove('routing_queue', 'Billing')],
    },
    {
      name: 'objects to one that people work in',
      live: { routing_queue: [billing] },
      actions: [remove('routing_queue', 'Billing')],
      found: ['routing_queue/Billing has 3 members.'],
    },
    { name: 'says nothing of changes', live: { routing_queue: [billing] }, actions: set({ description: 'x' }) },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1135', given)).toEqual(found);
  });
});
