/** An object as the public API sends it. */
export type WireObject = Readonly<Record<string, unknown>>;

/**
 * The public API with one person's token. The demo checks its claims with it, so it shares no code with what it checks.
 */
export interface WireClient {
  readonly get: (path: string) => Promise<WireObject>;
  /** All pages of a listing that is paged by number. */
  readonly list: (path: string) => Promise<readonly WireObject[]>;
  readonly send: (method: 'POST' | 'PUT', path: string, body: unknown) => Promise<WireObject>;
}

const pageSize = 100;

/** A client of the simulator at an address. Every answer that is no success throws. */
export function createWireClient(url: string, token: string): WireClient {
  const send = async (method: string, path: string, body?: unknown): Promise<WireObject> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as WireObject;
  };
  return {
    send,
    get: (path) => send('GET', path),
    list: async (path) => {
      const found: WireObject[] = [];
      for (let page = 1; ; page += 1) {
        const answer = await send(
          'GET',
          `${path}${path.includes('?') ? '&' : '?'}pageSize=${pageSize}&pageNumber=${page}`,
        );
        const entities = answer['entities'] as readonly WireObject[];
        found.push(...entities);
        if (entities.length < pageSize) return found;
      }
    },
  };
}
