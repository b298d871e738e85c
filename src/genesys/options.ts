import type { Catalogue } from '../core/resource/index.ts';
import type { Clock, EmitEvent } from '../engine/index.ts';
import type { CredentialProvider } from './access/credentials.ts';
import type { Exchange, ExchangeSettings } from './transport/exchange.ts';
import type { HostSettings } from './transport/hosts.ts';

/** How one environment is reached with one credential. A reader is given the read credential, never the write one. */
export interface GenesysOptions extends HostSettings {
  readonly catalogue: Catalogue;
  readonly credentials: CredentialProvider;
  readonly clock: Clock;
  readonly emit: EmitEvent;
  /** Uniform in [0, 1), for jitter; default `Math.random`. */
  readonly random?: (() => number) | undefined;
  /** Requests per rate-limit window left to the organisation's live integrations; default 30. */
  readonly reserve?: number | undefined;
  /** Requests in flight at once; default 8. */
  readonly concurrency?: number | undefined;
  /** Longest life of one request; default 30,000. Waiting for the rate limit is not part of it. */
  readonly requestTimeoutMs?: number | undefined;
  /** Default `signalbox`. */
  readonly userAgent?: string | undefined;
  /** Overrides of HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
  readonly proxy?: ExchangeSettings['proxy'];
  /** Laid around every request that leaves, token requests and uploads included: a recorder, or another way to send. */
  readonly intercept?: ((send: Exchange) => Exchange) | undefined;
}

/** The request time-out that holds when none is set. A lease has to outlast it. */
export const defaultRequestTimeoutMs = 30_000;
