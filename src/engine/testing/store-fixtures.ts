import type { Artifact, BaselineEntry } from '../../core/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import type { JournalEntry, Run } from '../ports.ts';

/** A run with a plan that has no steps; `overrides` replace whole fields. */
export function sampleRun(id: string, overrides: Partial<Run> = {}): Run {
  return {
    id,
    kind: 'deploy',
    environment: 'prod',
    state: 'running',
    artifact: sampleArtifact('sha256:aa'),
    plan: samplePlan(),
    startedBy: 'dana@example.com',
    startedAt: '2026-03-01T10:00:00.000Z',
    ...overrides,
  };
}

/** An artifact of a changeset without actions. */
function sampleArtifact(digest: string): Artifact {
  return {
    apiVersion: 'signalbox/v1',
    kind: 'Artifact',
    digest,
    changeset: {
      metadata: { name: 'empty', owner: 'dana@example.com', reason: 'a test', workItem: 'CC-1', lane: 'normal' },
      inputs: {},
      actions: [],
      tests: [],
    },
    contents: {},
  };
}

/** A plan without steps; `overrides` replace whole fields. */
export function samplePlan(overrides: Partial<Plan> = {}): Plan {
  return {
    formatVersion: 1,
    artifactDigest: 'sha256:aa',
    changeset: 'empty',
    environment: 'prod',
    organisationId: 'org-1',
    environmentDigest: 'sha256:ee',
    asOf: '2026-03-01T10:00:00.000Z',
    steps: [],
    matches: [],
    values: [],
    relative: false,
    contents: {},
    diagnostics: [],
    decisionDigest: 'sha256:dd',
    reads: [],
    requests: 0,
    reversibility: 'exact',
    ...overrides,
  };
}

/** A journal row that announces step `s<seq>`. */
export function sampleEntry(seq: number, overrides: Partial<JournalEntry> = {}): JournalEntry {
  return {
    seq,
    direction: 'forward',
    stepId: `s${seq}`,
    phase: 'intent',
    at: '2026-03-01T10:00:01.000Z',
    data: {},
    ...overrides,
  };
}

/** What a run left of a skill with one field. */
export function sampleBaselineEntry(address: string, value: string, runId = 'run_1'): BaselineEntry {
  return { address, type: 'routing_skill', id: `id of ${address}`, fields: [{ path: ['name'], value }], runId };
}
