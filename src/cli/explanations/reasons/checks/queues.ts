import type { CodeReason } from '../code-reason.ts';

/** Why built-in checks judge queues and who answers, and what they say. */
export const queueCheckExplanations = {
  SB1130: {
    why: 'The fraction is between 0 and 1 and the time in milliseconds. `80` within `20` is what people type, and the platform takes some of it. Only values that the plan writes are judged.',
    example:
      'set: { mediaSettings: { call: { serviceLevel: { percentage: 80, durationMs: 20 } } } }\nrouting_queue/Billing: call has a service level of 80, which is 8000 %; sane is 50 to 100 %.',
  },
  SB1131: {
    why: 'The time is in milliseconds: 60 of them end before an agent has moved a hand. Only values that the plan writes are judged.',
    example:
      'set: { acwSettings: { timeoutMs: 60 } }\nrouting_queue/Billing: after-call work takes 0.06 s; sane is 1 to 900 s.',
  },
  SB1132: {
    why: 'Interactions would wait for nobody. It is for information at first, because supervisors often add members afterwards, and a warning where the environment is protected. Members of the queue are read when it loses a group, and only then.',
    example: 'routing_queue/Sales has no members and no member groups.',
  },
  SB1133: {
    why: 'Without an in-queue flow callers hear the default music of the platform, and no message.',
    example: 'set: { queueFlow: { $ref: flow/inqueuecall/Hold } }',
  },
  SB1134: {
    why: 'A skill group finds its people by skills. When it names one that is gone, or no longer names it, other people answer, or nobody. Skills that a person has are not read; flows that name a skill are found by SB1011.',
    example: 'routing_queue/Billing is staffed by routing_skill_group/Seniors, which asks for routing_skill/VIP.',
  },
  SB1135: {
    why: 'What waits in a deleted queue is lost, and its members have nothing to answer. The platform counts the members; groups are in that number.',
    example: 'routing_queue/Billing has 3 members.',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
