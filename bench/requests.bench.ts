import { catalogue } from '../src/catalog/index.ts';
import { simulate } from '../src/engine/index.ts';
import { exportOrganisation } from '../src/engine/export/index.ts';
import { benchArtifact, benchEnvironment, openBenchOrganisation } from './support/bench-organisation.ts';
import { printTable } from './support/print-table.ts';

const queueCount = 2_000;
const userCount = 5_000;
const facetParents = 20;

const bench = await openBenchOrganisation({ rateLimitPerMinute: 100_000, reserve: 100 });
const { platform, simulator, clock, organisationId } = bench;
const organisation = simulator.organisation(organisationId);
for (let index = 0; index < queueCount; index++) {
  organisation.create('routing_queue', {
    name: `Queue ${index}`,
    acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 10_000 + index },
  });
}
for (let index = 0; index < userCount; index++)
  organisation.create('user', {
    name: `User ${index}`,
    email: `user${index}@bench.example`,
    divisionId: organisation.homeDivisionId,
  });

const pagesOf = (type: string, count: number): number =>
  Math.ceil(count / (catalogue.find(type)?.api.list.pageSize ?? 1));
bench.takeCount();

const exported = await clock.run(
  exportOrganisation(
    { reader: platform, clock },
    {
      catalogue,
      organisationId,
      pins: [],
      modes: { user: 'observe' },
      only: ['routing_queue', 'user'],
      includePeople: true,
    },
  ),
);
const exportRequests = bench.takeCount();
if (exported.documents.length !== queueCount + userCount)
  throw new Error(`${exported.documents.length} documents exported`);

const target = { forEach: 'routing_queue', facet: 'routing_queue_wrapupcodes' };
const simulation = await clock.run(
  simulate(
    { reader: platform, clock },
    {
      artifact: benchArtifact([
        {
          kind: 'forEach',
          type: target.forEach,
          as: 'queue',
          where: 'queue.acwSettings.timeoutMs < 10600',
          set: { acwSettings: { timeoutMs: 60_000 } },
          source: { file: 'bench.yaml' },
        },
        ...Array.from({ length: facetParents }, (_, index) => ({
          kind: 'ensure' as const,
          target: { type: target.facet, key: [`Queue ${index}`] },
          set: { wrapupCodes: [] },
          source: { file: 'bench.yaml' },
        })),
      ]),
      environment: benchEnvironment(organisationId),
      environmentDigest: 'sha256:env',
      catalogue,
      contentFormats: {},
      baseline: { environment: 'bench', entries: {} },
    },
  ),
);
const simulateRequests = bench.takeCount();
const updates = simulation.plan.steps.filter(({ kind }) => kind === 'update').length;
if (updates !== 600) throw new Error(`the plan has ${updates} updates`);
await bench.close();

const referred = [
  ...new Set(
    ['routing_queue', 'user']
      .flatMap((type) => catalogue.find(type)?.references ?? [])
      .flatMap(({ type }) => (typeof type === 'string' ? [type] : Object.values(type.types))),
  ),
].filter((type) => catalogue.find(type)?.shape.kind === 'object' && type !== 'routing_queue' && type !== 'user').length;
const exportTarget = pagesOf('routing_queue', queueCount) + pagesOf('user', userCount) + referred + 10;
/** Of at most eighty touched objects the platform is asked who uses them, and types that can refer to them are listed. */
const reachTarget = 80 + Object.keys(catalogue.review?.reach.types ?? {}).length;
const simulateTarget = pagesOf('routing_queue', queueCount) + facetParents + reachTarget + 10;
printTable('requests against an organisation of 2,000 queues and 5,000 users', [
  {
    figure: 'to export queues and users (and to name what they refer to)',
    measured: exportRequests,
    target: `<= ${exportTarget}: pages, one page for each of ${referred} types referred to, 10`,
  },
  {
    figure: 'to simulate 600 updates by an iterator and 20 facets',
    measured: simulateRequests,
    target: `<= ${simulateTarget}: pages, 20 facets, ${reachTarget} for what they can affect, 10`,
  },
  {
    figure: 'per object where the list gives the whole object',
    measured: Math.max(0, exportRequests - exportTarget) / exported.documents.length,
    target: '0',
  },
]);
if (exportRequests > exportTarget || simulateRequests > simulateTarget) process.exitCode = 1;
