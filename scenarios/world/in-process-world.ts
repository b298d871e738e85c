import type { Artifact, EnvironmentRules } from '../../src/core/index.ts';
import { deploy, type Clock, type DeployPorts, type DeployRequest, type RunReport, type Store } from '../../src/engine/index.ts';
import { createMemoryStore, createVirtualClock, type VirtualClock } from '../../src/engine/testing/index.ts';
import type { Exchange } from '../../src/genesys/index.ts';
import type { OrganisationSettings, Simulator, SimulatorState } from '../../src/simulator/index.ts';
import { readCanonical, type CanonicalOrganisation } from './canonical-organisation.ts';
import { createInProcessExchange, inProcessUrl } from './in-process.ts';
import type { Life } from './life.ts';
import { openPlatform, portsOf, requestOf, type ProcessFacts } from './ports.ts';
import { environmentOf } from './environment.ts';
import { createSimulated, type SimulatedOrganisation } from './simulated.ts';

/** Simulator, client, engine and store in one process on one virtual clock: the real ones, without a socket. */
export interface InProcessWorld {
  readonly clock: VirtualClock;
  readonly simulator: Simulator;
  readonly store: Store;
  readonly organisation: SimulatedOrganisation;
  readonly environment: EnvironmentRules;
  /** The ports of a new process, which lives as long as `life` says; forever when absent. */
  readonly process: (facts: ProcessFacts, life?: Life) => DeployPorts;
  readonly request: (artifact: Artifact) => DeployRequest;
  /** Everything that is there, once all lag is over. */
  readonly canonical: () => Promise<CanonicalOrganisation>;
}

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

/** A world in this process. */
export function createInProcessWorld(options: InProcessOptions = {}): InProcessWorld {
  const clock = createVirtualClock();
  const { simulator, organisation } = createSimulated(clock, organisationName);
  if (options.state !== undefined) simulator.load(options.state);
  simulator.organisation(organisationName).changeSettings(options.settings ?? {});
  const store = createMemoryStore(clock);
  const environment = environmentOf(organisation, options.environment);
  const open = (by: { readonly clock: Clock; readonly life?: Life | undefined; readonly latency?: (() => number) | undefined }): ReturnType<typeof openPlatform> => {
    const travel = { clock, timeoutMs: requestTimeoutMs, latency: by.latency };
    const inProcess = (_: Exchange): Exchange => createInProcessExchange(simulator, travel);
    const intercept = by.life === undefined ? inProcess : (send: Exchange): Exchange => (by.life as Life).exchange(inProcess(send));
    return openPlatform({ organisation, url: inProcessUrl, clock: by.clock, intercept, random: options.random });
  };
  return {
    clock,
    simulator,
    store,
    organisation,
    environment,
    process: (facts, life) => {
      const own = life?.clock(clock) ?? clock;
      const platform = open({ clock: own, life, latency: options.latency });
      return portsOf({ platform, store: life?.store(store) ?? store, clock: own }, facts);
    },
    request: (artifact) => requestOf(artifact, environment),
    canonical: async () => {
      clock.advance(simulator.organisation(organisationName).settings().consistencyLagMs);
      return readCanonical(open({ clock }));
    },
  };
}

/** Deploys the artifact to an empty organisation and gives the state; whatever goes wrong is thrown. */
export async function stateAfter(artifact: Artifact): Promise<SimulatorState> {
  const world = createInProcessWorld();
  const report = await deploy(world.process({ process: 'seed' }), world.request(artifact));
  if (report.ending !== 'succeeded') throw new Error(`the seed ended ${report.ending}: ${report.outcome}`);
  return world.simulator.snapshot();
}

/** What became of a process: its report, or where it died. */
export type Fate = { readonly report: RunReport | undefined } | { readonly died: string };

/** Runs the work in a process that may die. */
export async function live(life: Life, work: () => Promise<RunReport | undefined>): Promise<Fate> {
  return Promise.race([work().then((report) => ({ report })), life.death.then((died) => ({ died }))]);
}

