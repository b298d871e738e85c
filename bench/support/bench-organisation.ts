import { setTimeout as wait } from 'node:timers/promises';
import { catalogue } from '../../src/catalog/index.ts';
import { type Artifact, type Action, type EnvironmentRules, digestJson, type Json } from '../../src/core/index.ts';
import type { Clock } from '../../src/engine/index.ts';
import { createGenesysPlatform, type GenesysPlatform } from '../../src/genesys/index.ts';
import { createSimulator, createVirtualClock, type Simulator } from '../../src/simulator/index.ts';

/** A simulated organisation over HTTP, with our client on it. */
export interface BenchOrganisation {
  readonly simulator: Simulator;
  readonly platform: GenesysPlatform;
  readonly organisationId: string;
  readonly clock: JumpingClock;
  /** Requests counted since the last call, tokens left out. */
  readonly takeCount: () => number;
  readonly close: () => Promise<void>;
}

/** A clock that stands still while work goes on and jumps to the next awakening when all of it waits. */
export interface JumpingClock extends Clock {
  readonly run: <Result>(work: Promise<Result>) => Promise<Result>;
}

/** Starts an organisation whose clock is virtual: time passes only in waits, so a minute of rate limit costs none. */
export async function openBenchOrganisation(settings: {
  readonly rateLimitPerMinute: number;
  readonly reserve: number;
}): Promise<BenchOrganisation> {
  const virtual = createVirtualClock(Date.UTC(2026, 0, 5, 8));
  const simulator = createSimulator({ seed: 'bench', clock: virtual });
  const organisation = simulator.addOrganisation({
    name: 'bench',
    clients: [{ id: 'bench', secret: 'bench-secret' }],
    settings: { rateLimitPerMinute: settings.rateLimitPerMinute },
  });
  const listening = await simulator.listen({ port: 0 });
  const clock = createJumpingClock(virtual, () => countRequests(simulator).total);
  const platform = createGenesysPlatform({
    catalogue,
    baseUrls: { api: listening.url },
    credentials: async () => ({ clientId: 'bench', clientSecret: 'bench-secret' }),
    clock,
    emit: () => undefined,
    reserve: settings.reserve,
  });
  return {
    simulator,
    platform,
    organisationId: organisation.id,
    clock,
    takeCount: () => {
      const { total } = countRequests(simulator);
      simulator.usage.reset();
      return total;
    },
    close: async () => {
      await platform.close();
      await listening.close();
    },
  };
}

/** Requests since the last reset, and how many of them the rate limit refused. */
export function countRequests(simulator: Simulator): { readonly total: number; readonly refused: number } {
  const counts = simulator.usage.counts().filter(({ operation }) => operation.includes('/api/v2/'));
  return {
    total: counts.reduce((sum, { count }) => sum + count, 0),
    refused: simulator.usage.latest().filter(({ status }) => status === 429).length,
  };
}

/** Rules of an environment with nothing special about it. */
export function benchEnvironment(organisationId: string): EnvironmentRules {
  return {
    name: 'bench',
    organisationId,
    region: 'mypurecloud.ie',
    protected: false,
    values: {},
    mappings: [],
    pins: [],
    labels: [],
    ownership: [],
    modes: {},
    limits: { maxObjects: 10_000, maxDeletes: 0 },
    onFailure: 'hold',
  };
}

/** An artifact of these actions. */
export function benchArtifact(actions: readonly Action[]): Artifact {
  const changeset = {
    metadata: { name: 'bench', owner: 'o', reason: 'r', workItem: 'w', lane: 'normal' as const },
    inputs: {},
    tests: [],
    actions,
  };
  return {
    apiVersion: 'signalbox/v1',
    kind: 'Artifact',
    digest: digestJson(changeset as unknown as Json),
    contents: {},
    changeset,
  };
}

/** How often in a row, and how many real milliseconds apart, no new request may be seen before time may jump. */
const quiet = { rounds: 4, ms: 3 };

function createJumpingClock(
  virtual: { readonly now: () => number; readonly advance: (ms: number) => void },
  requestsSeen: () => number,
): JumpingClock {
  const sleepers: { readonly due: number; readonly wake: () => void }[] = [];
  const settle = async (): Promise<void> => {
    let seen = -1;
    for (let rounds = 0; rounds < quiet.rounds; rounds++) {
      if (seen !== requestsSeen()) rounds = 0;
      seen = requestsSeen();
      await wait(quiet.ms);
    }
  };
  return {
    now: virtual.now,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ due: virtual.now() + ms, wake });
        sleepers.sort((left, right) => left.due - right.due);
      }),
    run: async (work) => {
      const end = { reached: false };
      const mark = (): void => {
        end.reached = true;
      };
      work.then(mark, mark);
      while (!end.reached) {
        await settle();
        const next = end.reached ? undefined : sleepers.shift();
        if (next === undefined) continue;
        virtual.advance(Math.max(0, next.due - virtual.now()));
        next.wake();
      }
      return work;
    },
  };
}
