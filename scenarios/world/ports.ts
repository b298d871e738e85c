import { parse } from 'yaml';
import { catalogue } from '../../src/catalog/index.ts';
import type { Artifact, EnvironmentRules, Json } from '../../src/core/index.ts';
import type { Clock, DeployPorts, DeployRequest, IdSource, Leasing, Store } from '../../src/engine/index.ts';
import { createGenesysPlatform, type Exchange, type GenesysPlatform } from '../../src/genesys/index.ts';
import type { SimulatedOrganisation } from './simulated.ts';

/** Parsers of content by format, as the command line has them. */
export const contentFormats: Readonly<Record<string, (text: string) => Json>> = {
  'architect-yaml': (text) => parse(text, { schema: 'core', maxAliasCount: 100 }) as Json,
};

/** How an organisation is reached. */
export interface Access {
  readonly organisation: SimulatedOrganisation;
  readonly url: string;
  readonly clock: Clock;
  readonly intercept?: ((send: Exchange) => Exchange) | undefined;
  /** Uniform in [0, 1); a half when absent, so that runs repeat. */
  readonly random?: (() => number) | undefined;
}

/** The real client of the organisation. */
export function openPlatform(access: Access): GenesysPlatform {
  const { clientId, clientSecret } = access.organisation;
  return createGenesysPlatform({
    catalogue,
    baseUrls: { api: access.url },
    credentials: async () => ({ clientId, clientSecret }),
    clock: access.clock,
    emit: () => undefined,
    random: access.random ?? (() => 0.5),
    intercept: access.intercept,
  });
}

/** What a run has beside platform, store and clock. */
export interface ProcessFacts {
  /** Tells processes apart; ids and the lease carry it. */
  readonly process: string;
  readonly concurrency?: number | undefined;
  readonly leasing?: Partial<Leasing> | undefined;
}

/** The ports of a new process. */
export function portsOf(
  outside: { readonly platform: GenesysPlatform; readonly store: Store; readonly clock: Clock },
  facts: ProcessFacts,
): DeployPorts {
  return {
    ...outside,
    ids: numberedIds(facts.process),
    emit: () => undefined,
    leasing: { holder: facts.process, ttlMs: 60_000, requestTimeoutMs: 30_000, ...facts.leasing },
    ...(facts.concurrency === undefined ? {} : { concurrency: facts.concurrency }),
  };
}

/** A deployment of the artifact to the environment. */
export function requestOf(artifact: Artifact, environment: EnvironmentRules): DeployRequest {
  return {
    artifact,
    environment,
    environmentDigest: 'sha256:scenario',
    catalogue,
    contentFormats,
    startedBy: 'dana@example.com',
  };
}

function numberedIds(process: string): IdSource {
  let count = 0;
  return { next: (prefix) => `${prefix}_${process}_${String((count += 1)).padStart(4, '0')}` };
}
