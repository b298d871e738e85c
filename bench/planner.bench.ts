import { catalogue } from '../src/catalog/index.ts';
import type { Artifact, EnvironmentRules } from '../src/core/index.ts';
import type { LiveObject, Snapshot } from '../src/core/resource/index.ts';
import { planChanges } from '../src/core/plan/index.ts';
import { printTable } from './support/print-table.ts';

const queueCount = 20_000;
const changedCount = 600;

const snapshot: Snapshot = {
  organisationId: 'org',
  takenAt: '2026-01-01T00:00:00.000Z',
  types: {
    routing_queue: { complete: true, objects: Array.from({ length: queueCount }, (_, index) => liveQueue(index)) },
  },
  parts: {},
  contents: {},
  consumers: {},
};
const environment: EnvironmentRules = {
  name: 'bench',
  organisationId: 'org',
  region: 'mypurecloud.ie',
  protected: false,
  values: {},
  mappings: [],
  pins: [],
  labels: [],
  ownership: [],
  modes: {},
  limits: { maxObjects: 10_000, maxDeletes: 0 },
  onFailure: 'compensate',
};
const artifact: Artifact = {
  apiVersion: 'signalbox/v1',
  kind: 'Artifact',
  digest: 'sha256:bench',
  contents: {},
  changeset: {
    metadata: { name: 'bench', owner: 'o', reason: 'r', workItem: 'w', lane: 'normal' },
    inputs: {},
    tests: [],
    actions: [
      {
        kind: 'forEach',
        type: 'routing_queue',
        as: 'queue',
        where: `queue.acwSettings.timeoutMs < ${changedCount}`,
        set: { acwSettings: { timeoutMs: '${queue.acwSettings.timeoutMs * 2 + 1000}' } },
        source: { file: 'bench.yaml', line: 1 },
      },
    ],
  },
};

const startedCpu = process.cpuUsage();
const result = planChanges({
  artifact,
  environment,
  environmentDigest: 'sha256:env',
  catalogue,
  snapshot,
  baseline: { environment: 'bench', entries: {} },
  asOf: '2026-01-01T00:00:00.000Z',
  contentFormats: {},
});
const cpu = process.cpuUsage(startedCpu);
if (result.kind !== 'plan' || result.plan.steps.length !== changedCount)
  throw new Error(`the plan is not the one expected: ${JSON.stringify(result).slice(0, 300)}`);

printTable('planner: 20,000 queues, an iterator over all of them, 600 updates', [
  { figure: 'CPU seconds', measured: (cpu.user + cpu.system) / 1e6, target: '< 1' },
  { figure: 'peak memory of the whole process, MB', measured: process.resourceUsage().maxRSS / 1024, target: '< 300' },
]);

function liveQueue(index: number): LiveObject {
  const id = `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`;
  const media = {
    enableAutoAnswer: false,
    alertingTimeoutSeconds: 30,
    serviceLevel: { percentage: 0.8, durationMs: 20_000 },
  };
  return {
    id,
    body: {
      id,
      name: `Queue ${index} ${index % 3 === 0 ? 'Störung' : 'Billing'}`,
      division: { id: 'd1', name: 'Home', selfUri: '/api/v2/authorization/divisions/d1' },
      mediaSettings: { call: media, callback: media, chat: media, email: media, message: media },
      acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: index },
      skillEvaluationMethod: 'BEST',
      memberCount: 12,
      dateModified: '2026-01-01T00:00:00.000Z',
      selfUri: `/api/v2/routing/queues/${id}`,
    },
  };
}
