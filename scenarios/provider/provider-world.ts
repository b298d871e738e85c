import {
  createSimulator,
  createVirtualClock,
  type OrganisationHandle,
  type OrganisationSettings,
} from '../../src/simulator/index.ts';

/** One answer, with its text and its JSON body; `body` is empty when there is none. */
export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** Requests to an organisation as the official Terraform provider makes them, with its waits on a virtual clock. */
export type ProviderWorld = {
  readonly organisation: OrganisationHandle;
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>;
  /** Sends a text to an address that an answer gave, with these headers only. */
  readonly upload: (method: string, address: unknown, text: string, headers: unknown) => Promise<Answer>;
  readonly wait: (ms: number) => void;
  /** GETs every half second until the answer is wanted; the number of reads. Throws after `withinMs`. */
  readonly readUntil: (path: string, isWanted: (answer: Answer) => boolean, withinMs?: number) => Promise<number>;
  /** Repeats what answers that a version is stale, up to 10 times and half a second longer each time; how often. */
  readonly retryWhenStale: (attempt: () => Promise<Answer>) => Promise<number>;
};

const client = { id: 'provider', secret: 'not-a-real-secret' };

/** Makes the world; the organisation is called Acme. */
export async function createProviderWorld(settings: Partial<OrganisationSettings> = {}): Promise<ProviderWorld> {
  const clock = createVirtualClock();
  const organisations = [{ name: 'Acme', clients: [client], settings: { rateLimitPerMinute: 1_000_000, ...settings } }];
  const simulator = createSimulator({ seed: 'provider', clock, organisations });
  const send = async (method: string, path: string, headers: Record<string, string>, body: string): Promise<Answer> => {
    const answer = await simulator.handle({ method, path, headers, body });
    return { status: answer.status, text: String(answer.body), body: jsonOf(String(answer.body)) };
  };
  const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64');
  const login = { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' };
  const token = await send('POST', '/oauth/token', login, 'grant_type=client_credentials');
  const own = { authorization: `Bearer ${String(token.body['access_token'])}`, 'content-type': 'application/json' };
  const call: ProviderWorld['call'] = (method, path, body) =>
    send(method, path, own, body === undefined ? '' : JSON.stringify(body));
  return {
    organisation: simulator.organisation('Acme'),
    call,
    upload: (method, address, text, headers) => {
      const { pathname, search } = new URL(String(address), 'http://simulator');
      return send(method, pathname + search, headers as Record<string, string>, text);
    },
    wait: (ms) => clock.advance(ms),
    readUntil: async (path, isWanted, withinMs = 300_000) => {
      for (let reads = 1; reads * 500 <= withinMs; reads += 1) {
        if (isWanted(await call('GET', path))) return reads;
        clock.advance(500);
      }
      throw new Error(`${path} never answered as wanted`);
    },
    retryWhenStale: async (attempt) => {
      for (let tries = 1; tries <= 10; tries += 1) {
        const answer = await attempt();
        if (!isStale(answer)) return tries;
        clock.advance(tries * 500);
      }
      throw new Error('the version stayed stale');
    },
  };
}

/** Reads pages of a list from the first on, until one is empty; all their elements. Every page answers 200. */
export async function readPages(
  { call }: ProviderWorld,
  path: string,
  pageSize: number,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const found: Readonly<Record<string, unknown>>[] = [];
  for (let page = 1; ; page += 1) {
    const separator = path.includes('?') ? '&' : '?';
    const answer = await call('GET', `${path}${separator}pageSize=${pageSize}&pageNumber=${page}`);
    if (answer.status !== 200) throw new Error(`page ${page} of ${path} answered ${answer.status}`);
    const entities = answer.body['entities'] as readonly Readonly<Record<string, unknown>>[];
    if (entities.length === 0) return found;
    found.push(...entities);
  }
}

/** The list in chunks of `size`. */
export function chunksOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function isStale({ status, body }: Answer): boolean {
  if (status === 409 || status === 408) return true;
  return status === 400 && String(body['message']).includes('does not match the current version');
}

function jsonOf(text: string): Answer['body'] {
  try {
    return JSON.parse(text) as Answer['body'];
  } catch {
    return {};
  }
}
