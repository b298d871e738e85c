import { createRateLimiter } from './access/rate-limit.ts';
import { createTokenDesk } from './access/tokens.ts';
import { createHandler } from './handler.ts';
import { resolveClock, type ClockChoice } from './kernel/clock.ts';
import { createOrganisationHandle, refuseKnownClient, type OrganisationHandle } from './organisation-handle.ts';
import { populate } from './populate.ts';
import { entityTypes } from './registry.ts';
import type { OrganisationSeed } from './seeds.ts';
import { createOrganisation } from './state/organisation.ts';
import { loadWorld, saveWorld, type SimulatorState } from './state/snapshot.ts';
import { readStateFile, writeStateFile } from './state/state-file.ts';
import { createFaultDesk, type FaultDesk } from './steering/faults.ts';
import { createUsageDesk, type UsageDesk } from './steering/usage.ts';
import type { SimulatorRequest, SimulatorResponse } from './wire/message.ts';
import { listen, type ListenAddress, type Listening } from './wire/server.ts';
import { buildWorld } from './world-builder/build-world.ts';
import type { World } from './world.ts';

/** What a simulator is made from. */
export type SimulatorOptions = {
  /** Everything that looks random depends on it: ids, tokens, correlation ids. Default `signalbox`. */
  readonly seed?: string;
  /** Default: the machine's clock. */
  readonly clock?: ClockChoice;
  readonly organisations?: readonly OrganisationSeed[];
  readonly options?: {
    /** How many of the latest requests are kept for `requestLog`; default 2,000. */
    readonly requestLogSize?: number;
  };
};

/** A running world of organisations behind the public API. */
export type Simulator = {
  /** A RangeError when the organisation or one of its client ids exists. */
  readonly addOrganisation: (seed: OrganisationSeed) => OrganisationHandle;
  /** The organisation by id or name; throws a RangeError when there is none. */
  readonly organisation: (idOrName: string) => OrganisationHandle;
  readonly organisations: () => readonly OrganisationHandle[];
  /** Answers one request without a socket; rejects with ConnectionDroppedError where a socket would break. */
  readonly handle: (request: SimulatorRequest) => Promise<SimulatorResponse>;
  /** Serves over HTTP until closed; may be called several times. */
  readonly listen: (address: ListenAddress) => Promise<Listening>;
  readonly faults: FaultDesk;
  readonly usage: UsageDesk;
  /** Ends tokens at once, of one client or of all. */
  readonly expireTokens: (clientId?: string) => void;
  /** The whole state as JSON; faults, counters and rate-limit windows are not part of it. */
  readonly snapshot: () => SimulatorState;
  /** Replaces the whole state; organisations that the snapshot does not have are removed. */
  readonly load: (state: SimulatorState) => void;
  /** Saves the whole state to a file, replaced as a whole or not at all. */
  readonly saveTo: (path: string) => Promise<void>;
  /** Replaces the whole state by that of a file; a RangeError, and no change, when it holds none. */
  readonly loadFrom: (path: string) => Promise<void>;
};

/** A new simulator with its organisations. */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const world = createWorld(options);
  const addOrganisation = (seed: OrganisationSeed): OrganisationHandle => {
    const organisation = createOrganisation(world.seed, seed, world.clock);
    if (world.organisations.has(organisation.id)) throw new RangeError(`organisation ${seed.name} exists already`);
    for (const client of seed.clients ?? []) refuseKnownClient(world, client);
    populate(organisation, seed, world.clock.now());
    world.organisations.set(organisation.id, organisation);
    if (seed.contents) buildWorld(world, organisation, seed.contents);
    return createOrganisationHandle(world, organisation);
  };
  for (const seed of options.organisations ?? []) addOrganisation(seed);
  const handle = createHandler(world);
  const handles = (): readonly OrganisationHandle[] =>
    [...world.organisations.values()].map((organisation) => createOrganisationHandle(world, organisation));
  return {
    addOrganisation,
    organisation: (idOrName) => {
      const found = handles().find((candidate) => candidate.id === idOrName || candidate.name === idOrName);
      if (!found) throw new RangeError(`the simulator has no organisation ${idOrName}`);
      return found;
    },
    organisations: handles,
    handle,
    listen: (address) => listen(handle, address),
    faults: world.faults,
    usage: world.usage,
    expireTokens: world.tokens.expireAll,
    snapshot: () => saveWorld(world),
    load: (state) => loadWorld(world, state),
    saveTo: (path) => writeStateFile(path, saveWorld(world)),
    loadFrom: async (path) => loadWorld(world, await readStateFile(path)),
  };
}

function createWorld(options: SimulatorOptions): World {
  const seed = options.seed ?? 'signalbox';
  return {
    seed,
    clock: resolveClock(options.clock),
    organisations: new Map(),
    types: entityTypes(),
    tokens: createTokenDesk(seed),
    limiter: createRateLimiter(),
    faults: createFaultDesk(),
    usage: createUsageDesk(options.options?.requestLogSize ?? 2000),
  };
}
