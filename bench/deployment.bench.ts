import { catalogue } from '../src/catalog/index.ts';
import { deploy } from '../src/engine/index.ts';
import { createMemoryStore } from '../src/engine/testing/index.ts';
import { benchArtifact, benchEnvironment, countRequests, openBenchOrganisation } from './support/bench-organisation.ts';
import { printTable } from './support/print-table.ts';

const updateCount = 600;
const limit = 300;
const reserve = 30;

const bench = await openBenchOrganisation({ rateLimitPerMinute: limit, reserve });
const { platform, simulator, clock, organisationId } = bench;
const organisation = simulator.organisation(organisationId);
for (let index = 0; index < updateCount; index++) {
  organisation.create('routing_queue', {
    name: `Queue ${index}`,
    acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 10_000 },
  });
}
bench.takeCount();

let runs = 0;
const startedAt = clock.now();
const report = await clock.run(
  deploy(
    {
      platform,
      store: createMemoryStore(clock),
      clock,
      ids: { next: (prefix) => `${prefix}${++runs}` },
      emit: () => undefined,
      leasing: { holder: 'bench', ttlMs: 120_000, requestTimeoutMs: 30_000 },
    },
    {
      artifact: benchArtifact([
        {
          kind: 'forEach',
          type: 'routing_queue',
          as: 'queue',
          set: { acwSettings: { timeoutMs: 60_000 } },
          source: { file: 'bench.yaml' },
        },
      ]),
      environment: benchEnvironment(organisationId),
      environmentDigest: 'sha256:env',
      catalogue,
      contentFormats: {},
      startedBy: 'bench',
    },
  ),
);
const { total, refused } = countRequests(simulator);
const minutes = (clock.now() - startedAt) / 60_000;
await bench.close();
if (report.ending !== 'succeeded') throw new Error(`the deployment ended as ${report.ending}: ${report.outcome}`);

const ratio = minutes / (total / (limit - reserve));
printTable(`a deployment of ${updateCount} updates at ${limit} requests a minute, ${reserve} of them kept in reserve`, [
  { figure: 'time ÷ (requests ÷ (limit − reserve)), on the virtual clock', measured: ratio, target: '<= 1.10' },
  { figure: 'requests per update', measured: total / updateCount, target: '<= 2.2' },
  { figure: 'requests refused with 429', measured: refused, target: '0' },
]);
if (ratio > 1.1 || total / updateCount > 2.2 || refused > 0) process.exitCode = 1;
