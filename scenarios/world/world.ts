import type { Artifact, EnvironmentRules } from '../../src/core/index.ts';
import type { Clock, DeployPorts, DeployRequest, RunReport, Store } from '../../src/engine/index.ts';
import type { Simulator } from '../../src/simulator/index.ts';
import type { CanonicalOrganisation } from './canonical-organisation.ts';
import type { Life } from './life.ts';
import type { ProcessFacts } from './ports.ts';
import type { SimulatedOrganisation } from './simulated.ts';

/** One simulated organisation with everything that is needed to deploy to it. */
export interface World {
  readonly clock: Clock;
  readonly simulator: Simulator;
  readonly store: Store;
  readonly organisation: SimulatedOrganisation;
  readonly environment: EnvironmentRules;
  /** The ports of a new process, which lives as long as `life` says; forever when absent. */
  readonly process: (facts: ProcessFacts, life?: Life) => DeployPorts;
  readonly request: (artifact: Artifact) => DeployRequest;
  /** Everything that is there, once all lag is over. */
  readonly canonical: () => Promise<CanonicalOrganisation>;
  /** Returns when the environment may be taken over from a process that died. */
  readonly afterDeath: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What became of a process: its report, or where it died. */
export type Fate = { readonly report: RunReport | undefined } | { readonly died: string };

/** Runs the work in a process that may die. */
export async function live(life: Life, work: () => Promise<RunReport | undefined>): Promise<Fate> {
  return Promise.race([work().then((report) => ({ report })), life.death.then((died) => ({ died }))]);
}
