import type { Clock } from '../../engine/index.ts';
import type { Exchange, WireAnswer, WireLoss } from '../../genesys/index.ts';
import type { Simulator } from '../../simulator/index.ts';
import { exchangeWith } from '../replay/index.ts';

/** How long a request and its answer are under way together, about what the public API takes. */
const roundTripMs = 150;

/** Sends requests to the simulator as over a network: they take time, and answers get lost or come too late. */
export function createLossyExchange(
  simulator: Pick<Simulator, 'handle'>,
  { clock, timeoutMs, random }: { readonly clock: Clock; readonly timeoutMs: number; readonly random: () => number },
): Exchange {
  const send = exchangeWith(simulator);
  const travel = async (request: Parameters<Exchange>[0]): Promise<WireAnswer | WireLoss> => {
    await clock.sleep(roundTripMs * (0.5 + random()));
    try {
      return await send(request);
    } catch (error) {
      if (error instanceof Error && error.name === 'ConnectionDroppedError') return lost('ECONNRESET');
      throw error;
    }
  };
  return async (request) => {
    const done = new AbortController();
    const timeout = clock.sleep(timeoutMs, done.signal).then(
      () => lost('timeout'),
      () => lost('aborted'),
    );
    const answer = await Promise.race([travel(request), timeout]);
    done.abort();
    return answer;
  };
}

function lost(reason: string): WireLoss {
  return { kind: 'lost', sent: true, reason, cause: undefined };
}
