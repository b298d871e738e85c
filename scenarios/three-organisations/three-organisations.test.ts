import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Action, EnvironmentRules } from '../../src/core/index.ts';
import { deploy, rollback, simulate, type Clock, type DeployPorts } from '../../src/engine/index.ts';
import { createMemoryStore } from '../../src/engine/memory/index.ts';
import type { GenesysPlatform } from '../../src/genesys/index.ts';
import type { Listening, OrganisationHandle, Simulator } from '../../src/simulator/index.ts';
import {
  addSimulated,
  artifactOf,
  createFastClock,
  createSimulated,
  environmentOf,
  openPlatform,
  portsOf,
  requestOf,
  type SimulatedOrganisation,
} from '../world/index.ts';

const source = { file: 'changesets/vip.yaml', line: 1 };
const sizes = { small: 5, medium: 50, large: 5_000 } as const;

/** One changeset for all: what matches is decided in each organisation. */
const doubled: Action = {
  kind: 'forEach',
  type: 'routing_queue',
  as: 'queue',
  where: 'queue.name.startsWith("VIP") && queue.acwSettings.timeoutMs < 100000',
  expect: { min: 1, max: 10_000 },
  set: { acwSettings: { timeoutMs: '${queue.acwSettings.timeoutMs * 2}' } },
  source,
} as Action;
const artifact = artifactOf({ name: 'vip', actions: [doubled] });

interface Place {
  readonly size: number;
  readonly organisation: SimulatedOrganisation;
  readonly handle: OrganisationHandle;
  readonly environment: EnvironmentRules;
  readonly ports: DeployPorts;
  readonly platform: GenesysPlatform;
}

let simulator: Simulator;
let listening: Listening;
const places: Place[] = [];

/** As many queues that match, and a third as many again that do not: of another name, or too long already. */
function fill(handle: OrganisationHandle, size: number): void {
  const add = (name: string, timeoutMs: number): void =>
    void handle.create('routing_queue', { name, acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs } });
  for (let number = 1; number <= size; number += 1) {
    add(`VIP ${number}`, 10_000 + number);
    if (number % 6 === 0) add(`Sales ${number}`, 10_000);
    if (number % 6 === 3) add(`VIP slow ${number}`, 200_000);
  }
}

function place(clock: Clock, name: string, size: number, organisation: SimulatedOrganisation): Place {
  const handle = simulator.organisation(name);
  fill(handle, size);
  const environment = environmentOf(organisation, { limits: { maxObjects: 10_000, maxDeletes: 0 } });
  const platform = openPlatform({ organisation, url: listening.url, clock });
  const facts = { process: name, concurrency: 16, leasing: { ttlMs: 36_000_000 } };
  const ports = portsOf({ platform, store: createMemoryStore(clock), clock }, facts);
  return { size, organisation, handle, environment, ports, platform };
}

beforeAll(async () => {
  const clock = createFastClock({ epoch: Date.now(), factor: 50 });
  const first = createSimulated(clock, 'small');
  simulator = first.simulator;
  listening = await simulator.listen({ port: 0 });
  for (const [name, size] of Object.entries(sizes))
    places.push(place(clock, name, size, name === 'small' ? first.organisation : addSimulated(simulator, name)));
});

afterAll(async () => {
  for (const { platform } of places) await platform.close();
  await listening.close();
});

function timeouts({ handle }: Place): Readonly<Record<string, number>> {
  return Object.fromEntries(
    handle.entities('routing_queue').map((queue) => {
      const { timeoutMs } = queue['acwSettings'] as { readonly timeoutMs: number };
      return [String(queue['name']), timeoutMs];
    }),
  );
}

it('one artifact changes 5, 50 and 5,000 queues, exactly those that match, and runs once in each', async () => {
  const digests = new Set<string>();
  for (const at of places) {
    const before = timeouts(at);
    const request = requestOf(artifact, at.environment);

    const report = await deploy(at.ports, request);

    digests.add(report.artifactDigest);
    expect(report.outcome).toBe(`All ${at.size} steps are verified.`);
    expect(timeouts(at)).toEqual(withMatchesDoubled(before));
    expect(await deploy(at.ports, request)).toMatchObject({ ending: 'already-deployed', runId: report.runId });
  }
  expect([...digests]).toEqual([artifact.digest]);
}, 300_000);

it('the plan says what it would be, and the rollback brings it back, in each organisation by itself', async () => {
  for (const at of places.filter(({ size }) => size < 1_000)) {
    const request = requestOf(artifact, at.environment);
    const before = timeouts(at);
    const [run] = await at.ports.store.listRuns({ environment: at.environment.name });
    expect(run?.plan.review?.rollback.steps).toHaveLength(at.size);

    const report = await rollback(at.ports, { ...request, runId: run?.id ?? '' });

    expect(report.verifiedEqual.filter(({ equal }) => equal)).toHaveLength(at.size);
    expect(withMatchesDoubled(timeouts(at))).toEqual(before);
    const { plan } = await simulate(
      { reader: at.platform, clock: at.ports.clock },
      { ...request, baseline: await at.ports.store.readBaseline(at.environment.name) },
    );
    expect(plan.review?.counts).toMatchObject({ update: at.size, create: 0, delete: 0 });
  }
}, 60_000);

function withMatchesDoubled(before: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(before).map(([name, timeoutMs]) => [name, /^VIP \d+$/u.test(name) ? timeoutMs * 2 : timeoutMs]),
  );
}
