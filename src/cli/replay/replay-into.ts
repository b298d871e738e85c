import type { Json } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import type { Clock, EmitEvent, IdSource } from '../../engine/index.ts';
import type { ClientSeed, Simulator } from '../../simulator/index.ts';
import { exchangeWith, replayUrl } from './exchange.ts';
import type { ReplayResult, ReplaySource } from './replay-source.ts';
import { replay } from './replay.ts';

/** Where and with what to replay. */
export interface ReplayPlace {
  readonly simulator: Simulator;
  /** Name of an organisation of the simulator. */
  readonly organisation: string;
  /** A client of it that may do everything. */
  readonly client: ClientSeed;
  /** The simulator's own. */
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly emit: EmitEvent;
  readonly catalogue: Catalogue;
  readonly contentFormats: Readonly<Record<string, (text: string) => Json>>;
}

const withoutLimits = {
  consistencyLagMs: 0,
  rateLimitPerMinute: Number.MAX_SAFE_INTEGER,
  tokenLimitPerMinute: Number.MAX_SAFE_INTEGER,
};

/** Fills an organisation of the simulator with the documents; its limits and its lag rest meanwhile. Errors: SB6022. */
export async function replayInto(place: ReplayPlace, source: ReplaySource): Promise<ReplayResult> {
  const { simulator, client, ...tools } = place;
  const { createGenesysPlatform } = await import('../../genesys/index.ts');
  const organisation = simulator.organisation(place.organisation);
  const settings = organisation.settings();
  organisation.changeSettings(withoutLimits);
  const platform = createGenesysPlatform({
    ...tools,
    baseUrls: { api: replayUrl },
    credentials: async () => ({ clientId: client.id, clientSecret: client.secret }),
    concurrency: 16,
    intercept: () => exchangeWith(simulator),
  });
  const [started, before] = [Date.now(), requestsOf(place)];
  try {
    const outcome = await replay({ ...tools, platform, organisationId: organisation.id }, source);
    const seconds = Math.round((Date.now() - started) / 100) / 10;
    return { ...outcome, requests: requestsOf(place) - before, seconds };
  } finally {
    await platform.close();
    organisation.changeSettings(settings);
  }
}

function requestsOf({ simulator, client }: ReplayPlace): number {
  return simulator.usage.counts({ clientId: client.id }).reduce((sum, { count }) => sum + count, 0);
}
