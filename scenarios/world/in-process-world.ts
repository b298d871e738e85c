import type { Artifact, EnvironmentRules } from '../../src/core/index.ts';
import { deploy, type Clock } from '../../src/engine/index.ts';
import { createMemoryStore, createVirtualClock } from '../../src/engine/testing/index.ts';
import type { Exchange, GenesysPlatform } from '../../src/genesys/index.ts';
import type { OrganisationHandle, OrganisationSettings, SimulatorState } from '../../src/simulator/index.ts';
import { readCanonical } from './canonical-organisation.ts';
import { environmentOf } from './environment.ts';
import { createInProcessExchange, inProcessUrl } from './in-process.ts';
import type { Life } from './life.ts';
import { openPlatform, portsOf, requestOf } from './ports.ts';
import { createSimulated } from './simulated.ts';
import type { World } from './world.ts';

/** How a world starts and how requests travel in it. */
export interface InProcessOptions {
  /** Where it goes on from; an empty organisation when absent. */
  readonly state?: SimulatorState | undefined;
  readonly settings?: Partial<OrganisationSettings> | undefined;
  readonly environment?: Partial<EnvironmentRules> | undefined;
  /** Milliseconds that a request or answer is under way. */
  readonly latency?: (() => number) | undefined;
  readonly random?: (() => number) | undefined;
}

const organisationName = 'acme';
const requestTimeoutMs = 30_000;
const takeoverMs = 100_000;

/** Simulator, client, engine and a store in memory on one virtual clock: the real ones, without a socket. */
export function createInProcessWorld(options: InProcessOptions = {}): World {
  const clock = createVirtualClock();
  const { simulator, organisation } = createSimulated(clock, organisationName);
  if (options.state !== undefined) simulator.load(options.state);
  const handle = simulator.organisation(organisationName);
  handle.changeSettings(options.settings ?? {});
  const store = createMemoryStore(clock);
  const environment = environmentOf(organisation, options.environment);
  const open = (own: Clock, life: Life | undefined, latency: (() => number) | undefined): GenesysPlatform => {
    const send = createInProcessExchange(simulator, { clock, timeoutMs: requestTimeoutMs, latency });
    const intercept = (): Exchange => life?.exchange(send) ?? send;
    return openPlatform({ organisation, url: inProcessUrl, clock: own, intercept, random: options.random });
  };
  return {
    clock,
    simulator,
    store,
    organisation,
    environment,
    process: (facts, life) => {
      const own = life?.clock(clock) ?? clock;
      return portsOf(
        { platform: open(own, life, options.latency), store: life?.store(store) ?? store, clock: own },
        facts,
      );
    },
    request: (artifact) => requestOf(artifact, environment),
    canonical: async () => {
      clock.advance(handle.settings().consistencyLagMs);
      return readCanonical(open(clock, undefined, undefined));
    },
    afterDeath: () => clock.sleep(takeoverMs),
    close: async () => undefined,
  };
}

/** Deploys the artifact to an organisation with only what `setUp` made, and gives the state; whatever goes wrong is thrown. */
export async function stateAfter(
  artifact: Artifact,
  setUp: (organisation: OrganisationHandle) => void = () => undefined,
): Promise<SimulatorState> {
  const world = createInProcessWorld();
  setUp(world.simulator.organisation(organisationName));
  const report = await deploy(world.process({ process: 'seed' }), world.request(artifact));
  if (report.ending !== 'succeeded') throw new Error(`the seed ended ${report.ending}: ${report.outcome}`);
  return world.simulator.snapshot();
}
