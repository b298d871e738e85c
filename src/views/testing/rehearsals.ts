import type { RehearsalPart, RehearsalSummary } from '../rehearsal/index.ts';

const part: RehearsalPart = {
  ending: 'succeeded',
  outcome: 'All 4 steps are verified.',
  steps: 4,
  verified: 4,
  tests: [{ name: 'queues allow a minute', state: 'passed' }],
  restored: 0,
  differing: [],
  findings: [],
  requests: 31,
  seconds: 12,
};

/** A rehearsal with a round that passed, one that was taken back and one that failed. */
export const rehearsal: RehearsalSummary = {
  changeset: 'vip-wrap-up',
  artifactDigest: `sha256:${'ab'.repeat(32)}`,
  environment: 'prod',
  snapshot: { takenAt: '2026-11-20T09:00:00.000Z', digest: `sha256:${'cd'.repeat(32)}` },
  objects: 812,
  notCloned: [{ address: 'flow/inboundcall/Main', reason: 'its content is not in the snapshot' }],
  deviations: ['Not on the copy: update routing_queue/VIP | Zürich (acwSettings).'],
  rounds: [
    {
      faults: 0,
      verdict: 'passed',
      deployment: part,
      rollback: { ...part, tests: [], restored: 4, requests: 29, seconds: 70 },
    },
    {
      seed: 1,
      faults: 5,
      verdict: 'taken-back',
      deployment: {
        ...part,
        ending: 'compensated',
        outcome: 'routing_queue/VIP: no answer. Everything was taken back.',
        restored: 3,
      },
    },
    {
      seed: 2,
      faults: 7,
      verdict: 'failed',
      deployment: { ...part, tests: [{ name: 'queues allow a minute', state: 'failed' }] },
      rollback: { ...part, tests: [], restored: 3, differing: ['routing_queue/VIP: acwSettings.timeoutMs'] },
    },
  ],
  passed: false,
  forecastRequests: 40,
};
