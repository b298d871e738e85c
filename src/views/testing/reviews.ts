import type { Plan } from '../../core/plan/index.ts';
import type { PlanReview } from '../../core/review/index.ts';
import { plan } from './plans.ts';

/** A review with something in every section, as a busy production organisation would give it. */
const review: PlanReview = {
  counts: { create: 1, update: 2, rename: 1, delete: 1, noop: 1 },
  sideEffects: [
    {
      stepId: 's1',
      address: 'routing_skill/VIP',
      kind: 'platform-default',
      path: ['state'],
      value: 'active',
      text: 'the platform sets state to "active"',
    },
    {
      stepId: 's5',
      address: 'routing_queue/VIP #1: Billing',
      kind: 'goes-with',
      text: 'routing_queue/VIP #1: Billing loses the code from its list of wrap-up codes',
    },
  ],
  reads: [
    {
      stepId: 's2',
      references: ['flow/INQUEUECALL/In queue'],
      values: [
        {
          path: ['acwSettings', 'timeoutMs'],
          expression: '${min(queue.acwSettings.timeoutMs * inputs.factor, 300000)}',
          reads: ['inputs.factor', 'queue.acwSettings.timeoutMs'],
        },
      ],
    },
  ],
  reach: {
    objects: [
      {
        type: 'architect_ivr',
        noun: 'call route',
        address: 'architect_ivr/Main number',
        via: ['routing_queue/VIP #1: Billing', 'flow/INBOUNDCALL/Main menu', 'architect_ivr/Main number'],
      },
      {
        type: 'flow',
        noun: 'flow',
        address: 'flow/INBOUNDCALL/Main menu',
        via: ['routing_queue/VIP #1: Billing', 'flow/INBOUNDCALL/Main menu'],
      },
      ...Array.from({ length: 9 }, (_, index) => ({
        type: 'flow',
        noun: 'flow',
        address: `flow/INBOUNDCALL/夜間窓口 ${index + 1}`,
        via: ['routing_queue/東京サポート', `flow/INBOUNDCALL/夜間窓口 ${index + 1}`],
      })),
    ],
    numbers: ['+353 1 555 0100', '+81 3 5555 0100'],
    users: 124,
    openSchedules: ['architect_schedules/Weekdays'],
    routes: [
      {
        address: 'architect_ivr/Main number',
        state: 'open',
        flow: 'flow/INBOUNDCALL/Main menu',
        because: 'architect_schedules/Weekdays',
        localTime: '2026-03-01T09:00',
        timeZone: 'Europe/Dublin',
      },
    ],
    unseen: ['Scripts can not be looked into for references.'],
  },
  cost: {
    endpoints: [
      { method: 'GET', path: '/api/v2/routing/queues/{id}', requests: 400 },
      { method: 'PUT', path: '/api/v2/routing/queues/{id}', requests: 240 },
    ],
    requests: 640,
    requestsPerMinute: 240,
    minutes: 2.7,
  },
  windowFit: {
    state: 'open',
    opensAt: '2026-03-01T09:00:00Z',
    closesAt: '2026-03-01T11:00:00Z',
    minutes: 2.7,
    fits: true,
    text: 'It may run now until 2026-03-01T11:00:00Z; about 3 min fit into 120 min.',
  },
  risk: {
    class: 'high',
    reasons: [
      {
        rule: 'live-traffic-field',
        class: 'high',
        text: 'acwSettings of 2 queues that take calls now changes, by up to 60 seconds',
        addresses: ['routing_queue/VIP #1: Billing', 'routing_queue/東京サポート'],
      },
      {
        rule: 'deletes',
        class: 'medium',
        text: '1 object is deleted',
        addresses: ['routing_wrapupcode/Unused #2'],
      },
    ],
  },
  merges: [
    {
      address: 'routing_queue/VIP #1: Billing',
      path: ['description'],
      baseline: 'as deployed',
      live: 'an old and rather long description that does not fit into one line of a terminal',
      wanted: null,
      outcome: 'conflict',
      runId: 'run_1',
      stepId: 's2',
      by: 'Róisín Byrne',
      at: '2026-02-28T16:20:00.000Z',
      text: 'deployed as "as deployed", edited since, and cleared by this plan',
    },
    {
      address: 'routing_queue/東京サポート',
      path: ['name'],
      baseline: '東京',
      live: '東京サポート',
      outcome: 'kept',
      runId: 'run_1',
      text: 'edited since it was deployed as "東京"; this plan does not touch it',
    },
  ],
  rollback: {
    reversibility: 'new-id',
    steps: [
      {
        stepId: 's5',
        address: 'routing_wrapupcode/Unused #2',
        kind: 'create',
        reversibility: 'new-id',
        effect: 'none',
        text: 'is made anew, with another id',
      },
      {
        stepId: 's3',
        address: 'routing_queue/東京サポート',
        kind: 'update',
        reversibility: 'exact',
        effect: 'in-progress',
        text: '1 field gets its value back',
      },
    ],
    problems: ['Statistics of routing_wrapupcode/Unused #2 stay with the old id.'],
    approvers: ['Contact centre leads', 'dana@example.com'],
    successChecks: ['every VIP queue has its time after a call back'],
    checks: [],
  },
};

/** The plan with that review. */
export const reviewedPlan: Plan = {
  ...plan,
  review,
  waves: [
    { number: 1, stepIds: ['s1', 's2'], objects: 2 },
    { number: 2, stepIds: ['s3', 's4', 's5'], objects: 3 },
  ],
};
