import type { Exchange } from '../../genesys/index.ts';
import type { Simulator } from '../../simulator/index.ts';

/** The address under which the simulator of this process is reached without a socket. */
export const replayUrl = 'http://simulator.local';

/** Sends every request to the simulator itself: the whole API, without the way there. */
export function exchangeWith(simulator: Pick<Simulator, 'handle'>): Exchange {
  return async ({ method, url, headers, body }) => {
    const { host, pathname, search } = new URL(url);
    const answer = await simulator.handle({
      method,
      path: pathname + search,
      headers: lowerCased({ host, ...headers }),
      ...(body === undefined ? {} : { body }),
    });
    const text = typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString('utf8');
    return { kind: 'answer', status: answer.status, headers: lowerCased(answer.headers), text };
  };
}

function lowerCased(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
