import type { Plan, Step } from '../../core/plan/index.ts';

const base = {
  phase: 'update',
  dependsOn: [],
  actions: [0],
  reversibility: 'exact',
  effect: 'none',
  requests: 2,
} as const;

/** One step of every kind, with names as live organisations have them. */
const steps: readonly Step[] = [
  {
    ...base,
    id: 's1',
    kind: 'create',
    handle: 'new#1',
    type: 'routing_skill',
    address: 'routing_skill/VIP',
    phase: 'create',
    reason: 'the changeset ensures it and it does not exist',
    source: { file: 'changesets/vip-wrap-up.yaml', line: 12, column: 7 },
    reversibility: 'new-id',
    after: { name: 'VIP' },
  },
  {
    ...base,
    id: 's2',
    actions: [2],
    kind: 'update',
    handle: 'q1',
    type: 'routing_queue',
    address: 'routing_queue/VIP #1: Billing',
    reason: 'matched by action 3',
    effect: 'in-progress',
    changes: [
      { path: ['acwSettings', 'timeoutMs'], before: 60000, after: 120000 },
      {
        path: ['queueFlow'],
        before: null,
        after: { $handle: 'new#2', $type: 'flow', $ref: 'flow/INQUEUECALL/In queue' },
      },
      {
        path: ['description'],
        before: 'an old and rather long description that does not fit into one line of a terminal',
        after: null,
      },
    ],
  },
  {
    ...base,
    id: 's3',
    actions: [2],
    kind: 'update',
    handle: 'q2',
    type: 'routing_queue',
    address: 'routing_queue/東京サポート',
    reason: 'matched by action 3',
    changes: [{ path: ['acwSettings', 'timeoutMs'], before: 1000, after: 2000 }],
  },
  {
    ...base,
    id: 's4',
    actions: [1],
    kind: 'rename',
    handle: 'w1',
    type: 'routing_wrapupcode',
    from: 'routing_wrapupcode/Old',
    address: 'routing_wrapupcode/New',
    reason: 'the changeset renames it',
    changes: [{ path: ['name'], before: 'Old', after: 'New' }],
  },
  {
    ...base,
    id: 's5',
    actions: [3],
    kind: 'delete',
    handle: 'w2',
    type: 'routing_wrapupcode',
    address: 'routing_wrapupcode/Unused #2',
    phase: 'delete',
    reason: 'the changeset deletes it',
    reversibility: 'new-id',
    before: { name: 'Unused #2' },
  },
  {
    ...base,
    id: 's6',
    kind: 'noop',
    handle: 's9',
    type: 'routing_skill',
    address: 'routing_skill/Crème brûlée',
    reason: 'it is as it should be',
  },
];

/** A plan of those steps. */
export const plan: Plan = {
  formatVersion: 1,
  artifactDigest: `sha256:${'ab12'.repeat(16)}`,
  changeset: 'vip-wrap-up',
  environment: 'prod',
  organisationId: '5e1a2b3c-0000-4000-8000-000000000001',
  environmentDigest: `sha256:${'cd34'.repeat(16)}`,
  asOf: '2026-03-01T09:00:00.000Z',
  actions: [
    {
      action: 0,
      text: 'ensure routing_skill/VIP',
      source: { file: 'changesets/vip-wrap-up.yaml', line: 12, column: 7 },
    },
    {
      action: 1,
      text: 'rename routing_wrapupcode/Old to New',
      source: { file: 'changesets/vip-wrap-up.yaml', line: 15 },
    },
    {
      action: 2,
      text: 'forEach routing_queue where queue.labels.tier == "vip" && has(queue.acwSettings.timeoutMs)',
      source: { file: 'changesets/vip-wrap-up.yaml', line: 16 },
    },
    {
      action: 3,
      text: 'delete routing_wrapupcode/Unused #2',
      source: { file: 'changesets/vip-wrap-up.yaml', line: 22 },
    },
    {
      action: 4,
      text: 'ensure routing_skill/Trial',
      source: { file: 'changesets/vip-wrap-up.yaml', line: 24 },
      skipped: 'it is for dev',
    },
  ],
  steps,
  matches: [
    {
      action: 2,
      type: 'routing_queue',
      matched: [
        { address: 'routing_queue/VIP #1: Billing', handle: 'q1' },
        { address: 'routing_queue/東京サポート', handle: 'q2' },
      ],
    },
  ],
  values: [
    {
      action: 2,
      address: 'routing_queue/VIP #1: Billing',
      path: ['acwSettings', 'timeoutMs'],
      expression: 'min(queue.acwSettings.timeoutMs * inputs.factor, 300000)',
      value: 120000,
    },
  ],
  relative: true,
  contents: {},
  diagnostics: [
    {
      code: 'SB1022',
      severity: 'info',
      summary: 'How far the search for users of a deleted object reached',
      detail: 'routing_wrapupcode/Unused #2: 12 queues were looked into; scripts can not be.',
      remedy: 'Check by hand what was not looked into.',
      address: 'routing_wrapupcode/Unused #2',
    },
  ],
  decisionDigest: `sha256:${'ef56'.repeat(16)}`,
  reads: ['routing_queue', 'routing_skill', 'routing_wrapupcode'],
  requests: 640,
  reversibility: 'new-id',
};
