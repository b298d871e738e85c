import { createVisibility } from './access/visibility.ts';
import { createClient } from './client/client.ts';
import { defaultRequestTimeoutMs, type GenesysOptions } from './options.ts';
import type { ResourceContext } from './resource/context.ts';
import { openExchange } from './transport/exchange.ts';
import { resolveHosts } from './transport/hosts.ts';

/** One credential at work in one organisation: connections, token, rate limit and what the caller may see. */
export interface Session {
  readonly context: ResourceContext;
  readonly close: () => Promise<void>;
}

/**
 * Opens a session; nothing is sent before the first call. `beforeWrite` is awaited right before every write leaves, after
 * all waiting; it throws to hold the write back. SB4017 for wrong settings.
 */
export function openSession(options: GenesysOptions, beforeWrite?: () => Promise<void>): Session {
  const hosts = resolveHosts(options);
  const concurrency = options.concurrency ?? 8;
  const desk = openExchange({
    userAgent: options.userAgent ?? 'signalbox',
    timeoutMs: options.requestTimeoutMs ?? defaultRequestTimeoutMs,
    connections: concurrency,
    proxy: options.proxy,
  });
  const client = createClient(
    {
      credentials: options.credentials,
      clock: options.clock,
      emit: options.emit,
      random: options.random ?? Math.random,
      reserve: options.reserve ?? 30,
      concurrency,
      beforeWrite,
    },
    options.intercept?.(desk.exchange) ?? desk.exchange,
    hosts,
  );
  const context = { client, catalogue: options.catalogue, visibility: createVisibility(client), clock: options.clock };
  return { context, close: desk.close };
}
