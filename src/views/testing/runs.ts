import type { DriftReport } from '../../core/drift/index.ts';
import type { HealthItem } from '../doctor/index.ts';
import type { JournalRowView, RunRecordView, RunReportView } from '../run/index.ts';
import { plan } from './plans.ts';

/** A deployment that failed half-way and was taken back. */
export const failedReport: RunReportView = {
  runId: 'run_0mwoztj6f0843315d59c',
  kind: 'deploy',
  environment: 'prod',
  organisationId: plan.organisationId,
  changeset: plan.changeset,
  artifactDigest: plan.artifactDigest,
  decisionDigest: plan.decisionDigest,
  ending: 'compensated',
  outcome: 'routing_queue/東京サポート: the platform refused the write. Everything was taken back.',
  resumed: true,
  startedBy: 'dana',
  startedAt: '2026-03-01T09:00:01.500Z',
  finishedAt: '2026-03-01T09:01:07.000Z',
  steps: [
    {
      stepId: 's1',
      kind: 'create',
      address: 'routing_skill/VIP',
      state: 'compensated',
      id: 'i1',
      attempts: 1,
      filledIn: [
        { path: ['rank'], value: 3 },
        { path: ['settings', 'greeting'], value: 'Welcome, and thank you for calling us' },
        { path: ['settings', 'isOpen'], value: true },
        { path: ['tags'], value: ['new'] },
        { path: ['zone'], value: null },
        { path: ['zoom'], value: 1 },
      ],
    },
    {
      stepId: 's2',
      kind: 'update',
      address: 'routing_queue/VIP #1: Billing',
      state: 'compensated',
      id: 'q1',
      attempts: 2,
    },
    {
      stepId: 's3',
      kind: 'update',
      address: 'routing_queue/東京サポート',
      state: 'failed',
      id: 'q2',
      attempts: 1,
      error: {
        code: 'SB4009',
        message: 'PUT /api/v2/routing/queues/q2: 400 acwSettings.timeoutMs is too large',
        remedy: 'Read the platform message and the named fields, correct the configuration and simulate again.',
        correlationId: '4b7fd683-3bfe-45be-abf7-51cf17fea004',
      },
    },
    { stepId: 's4', kind: 'rename', address: 'routing_wrapupcode/New', state: 'skipped', attempts: 0, because: 's3' },
    { stepId: 's6', kind: 'noop', address: 'routing_skill/Crème brûlée', state: 'matching', attempts: 0 },
  ],
  compensation: [
    { stepId: 's2', kind: 'update', address: 'routing_queue/VIP #1: Billing', state: 'applied', id: 'q1', attempts: 1 },
    { stepId: 's1', kind: 'delete', address: 'routing_skill/VIP', state: 'applied', id: 'i1', attempts: 1 },
  ],
  tests: [],
  findings: [
    {
      address: 'routing_queue/VIP #1: Billing',
      summary: 'name was changed from "VIP" to "VIP 1"',
      by: 'Robin Admin',
      at: '2026-03-01T09:00:30.000Z',
    },
  ],
  diagnostics: [],
  verifiedEqual: [
    { address: 'routing_queue/VIP #1: Billing', equal: true, differing: [] },
    { address: 'routing_skill/VIP', equal: true, differing: [] },
  ],
  requests: 23,
};

/** The same run as the store keeps it. */
export const failedRun: RunRecordView = {
  id: failedReport.runId,
  kind: 'deploy',
  environment: 'prod',
  state: 'compensated',
  plan,
  startedBy: 'dana',
  startedAt: failedReport.startedAt,
  finishedAt: failedReport.finishedAt,
  outcome: failedReport.outcome,
};

/** The beginning of its journal. */
export const journal: readonly JournalRowView[] = [
  { seq: 1, direction: 'forward', stepId: 's1', phase: 'intent', at: '2026-03-01T09:00:02.000Z', data: { attempt: 1 } },
  { seq: 2, direction: 'forward', stepId: 's1', phase: 'verified', at: '2026-03-01T09:00:03.000Z', data: { id: 'i1' } },
  { seq: 3, direction: 'compensate', stepId: 's1', phase: 'verified', at: '2026-03-01T09:01:00.000Z', data: {} },
];

const exception = {
  resource: 'routing_queue/*',
  reason: 'the old trunk shows its own number',
  owner: 'dana@example.com',
  expires: '2026-02-28',
};

/** Drift of every kind. */
export const driftReport: DriftReport = {
  environment: 'prod',
  organisationId: plan.organisationId,
  takenAt: '2026-03-02T08:00:00.000Z',
  compared: 12,
  attributed: true,
  findings: [
    {
      kind: 'changed',
      address: 'routing_queue/VIP #1: Billing',
      type: 'routing_queue',
      id: 'q1',
      fields: [{ path: ['acwSettings', 'timeoutMs'], baseline: 120000, live: 30000, expired: exception }],
      origin: 'foreign-edit',
      authors: [
        {
          kind: 'person',
          name: 'Robin Admin',
          at: '2026-03-01T22:14:05.123Z',
          action: 'Update',
          remoteAddress: '192.0.2.7',
        },
      ],
    },
    {
      kind: 'deleted',
      address: 'routing_skill/VIP',
      type: 'routing_skill',
      id: 'i1',
      fields: [],
      origin: 'foreign-edit',
      authors: [{ kind: 'client', name: 'terraform-client', at: '2026-03-01T23:00:00.000Z', action: 'Delete' }],
    },
    {
      kind: 'renamed',
      address: 'routing_wrapupcode/New',
      type: 'routing_wrapupcode',
      id: 'w1',
      renamedTo: 'routing_wrapupcode/Newer',
      fields: [{ path: ['name'], baseline: 'New', live: 'Newer' }],
      origin: 'unknown',
      authors: [],
    },
  ],
  declared: [
    {
      address: 'routing_queue/Billing',
      kind: 'changed',
      path: ['callingPartyNumber'],
      exception: { ...exception, resource: 'routing_queue/Billing', expires: '2026-12-31' },
    },
  ],
  blindSpots: [
    { type: 'group', because: 'directory:group:view holds in 1 division(s) only', addresses: ['group/Supervisors'] },
  ],
};

/** A doctor's findings, good and bad. */
export const healthItems: readonly HealthItem[] = [
  { name: 'read credential', status: 'ok', detail: 'works as client reader', remedy: '' },
  {
    name: 'clock',
    status: 'warning',
    detail: '45 s behind the platform',
    remedy: 'Synchronise the clock of this machine (NTP); who changed what when is told by time.',
  },
  {
    name: 'write permissions',
    status: 'failed',
    detail: 'routing_queue (manage): can not edit; missing routing:queue:edit',
    remedy: 'Give a role with routing:queue:edit to the OAuth client, or set the mode of the type to reference.',
  },
  { name: 'store', status: 'skipped', detail: 'no store is configured', remedy: '' },
];
