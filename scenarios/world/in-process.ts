import type { Clock } from '../../src/engine/index.ts';
import type { Exchange, WireAnswer, WireLoss, WireRequest } from '../../src/genesys/index.ts';
import { ConnectionDroppedError, type Simulator } from '../../src/simulator/index.ts';

/** The base URL under which an in-process exchange expects requests. */
export const inProcessUrl = 'http://simulator.test';

/** How requests travel without a socket. */
export interface Travel {
  /** Milliseconds that the next request, or its answer, is under way; nothing is waited for when absent. */
  readonly latency?: (() => number) | undefined;
  readonly clock: Clock;
  /** From sending to the answer, in milliseconds; then it counts as lost. */
  readonly timeoutMs: number;
}

/** Sends requests to a simulator of this process, with the losses that a network has. */
export function createInProcessExchange(simulator: Simulator, travel: Travel): Exchange {
  const { clock, latency, timeoutMs } = travel;
  const roundTrip = async (request: WireRequest): Promise<WireAnswer | WireLoss> => {
    if (latency !== undefined) await clock.sleep(latency());
    const answer = await deliver(simulator, request);
    if (latency !== undefined) await clock.sleep(latency());
    return answer;
  };
  return async (request) => {
    const done = new AbortController();
    const timeout = clock.sleep(timeoutMs, done.signal).then(
      () => lost('timeout'),
      () => lost('aborted'),
    );
    const answer = await Promise.race([roundTrip(request), timeout]);
    done.abort();
    return answer;
  };
}

async function deliver(simulator: Simulator, request: WireRequest): Promise<WireAnswer | WireLoss> {
  const url = new URL(request.url);
  const headers = lowerCased({ host: url.host, ...request.headers });
  const body = request.body === undefined ? {} : { body: request.body };
  try {
    const answer = await simulator.handle({
      method: request.method,
      path: url.pathname + url.search,
      headers,
      ...body,
    });
    const text = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString('utf8');
    return { kind: 'answer', status: answer.status, headers: lowerCased(answer.headers), text };
  } catch (error) {
    if (error instanceof ConnectionDroppedError) return lost('ECONNRESET');
    throw error;
  }
}

function lost(reason: string): WireLoss {
  return { kind: 'lost', sent: true, reason, cause: undefined };
}

function lowerCased(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
