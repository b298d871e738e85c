import type { Clock } from '../../src/engine/index.ts';
import type { Exchange, GenesysPlatform } from '../../src/genesys/index.ts';
import type { OpenStore } from '../../src/store/index.ts';
import { readCanonical } from './canonical-organisation.ts';
import { environmentOf } from './environment.ts';
import { createFastClock } from './fast-clock.ts';
import type { InProcessOptions } from './in-process-world.ts';
import type { Life } from './life.ts';
import { openPlatform, portsOf, requestOf } from './ports.ts';
import { createSimulated } from './simulated.ts';
import type { World } from './world.ts';

/** How many times faster than the machine's the time of an HTTP world passes. */
const factor = 50;

/** The same over sockets and on a real store, on a clock that is fast but real. The environment's name tells worlds apart. */
export async function openHttpWorld(
  store: OpenStore,
  options: InProcessOptions & { readonly name: string },
): Promise<World> {
  const clock = createFastClock({ epoch: Date.now(), factor });
  const { simulator, organisation } = createSimulated(clock, 'acme');
  if (options.state !== undefined) simulator.load(options.state);
  const handle = simulator.organisation(organisation.name);
  handle.changeSettings(options.settings ?? {});
  const server = await simulator.listen({ port: 0 });
  const environment = environmentOf(organisation, { ...options.environment, name: options.name });
  const opened: GenesysPlatform[] = [];
  const open = (own: Clock, life?: Life): GenesysPlatform => {
    const intercept = life === undefined ? undefined : (send: Exchange): Exchange => life.exchange(send);
    const platform = openPlatform({ organisation, url: server.url, clock: own, intercept, random: options.random });
    opened.push(platform);
    return platform;
  };
  return {
    clock,
    simulator,
    store,
    organisation,
    environment,
    process: (facts, life) => {
      const own = life?.clock(clock) ?? clock;
      const named = { ...facts, process: `${options.name} ${facts.process}`, leasing: { ttlMs: 600_000 } };
      return portsOf({ platform: open(own, life), store: life?.store(store) ?? store, clock: own }, named);
    },
    request: (artifact) => requestOf(artifact, environment),
    canonical: async () => {
      await clock.sleep(handle.settings().consistencyLagMs);
      return readCanonical(open(clock));
    },
    afterDeath: async () => {
      const lease = await store.readLease(environment.name);
      if (lease !== undefined) await store.releaseLease(lease);
    },
    close: async () => {
      await Promise.all(opened.map((platform) => platform.close()));
      await server.close();
    },
  };
}
