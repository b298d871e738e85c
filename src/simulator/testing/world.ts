import { createVirtualClock, type VirtualClock } from '../kernel/clock.ts';
import type { OrganisationSeed } from '../seeds.ts';
import { createSimulator, type Simulator } from '../simulator.ts';

/** One answer with its JSON body parsed; `body` is undefined when there is none. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  readonly body: Readonly<Record<string, unknown>>;
};

/** Calls the simulator in process as one caller. */
export type Call = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** A simulator on a virtual clock with one organisation "Acme" and an all-powerful client. */
export type TestWorld = {
  readonly simulator: Simulator;
  readonly clock: VirtualClock;
  /** As the client `deployer`, with a token fetched on the first call. */
  readonly call: Call;
  readonly as: (token: string) => Call;
  readonly token: (clientId: string) => Promise<string>;
};

/** Makes a test world; `change` is laid over the organisation's seed. */
export function createTestWorld(change: Partial<OrganisationSeed> = {}): TestWorld {
  const clock = createVirtualClock();
  const organisation: OrganisationSeed = {
    name: 'Acme',
    clients: [{ id: 'deployer', secret: 'deployer-secret' }],
    humans: [{ name: 'Hanna Muster', email: 'hanna@acme.example' }],
    ...change,
    settings: { rateLimitPerMinute: 100_000, ...change.settings },
  };
  const simulator = createSimulator({ seed: 'test', clock, organisations: [organisation] });
  const as =
    (token: string): Call =>
    (method, path, body) =>
      callWith(simulator, token, { method, path, body });
  const token = (clientId: string): Promise<string> => fetchToken(simulator, clientId);
  let own: Promise<string> | undefined;
  const call: Call = async (method, path, body) => as(await (own ??= token('deployer')))(method, path, body);
  return { simulator, clock, call, as, token };
}

async function fetchToken(simulator: Simulator, clientId: string): Promise<string> {
  const answer = await simulator.handle({
    method: 'POST',
    path: '/oauth/token',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientId}-secret`).toString('base64')}` },
    body: 'grant_type=client_credentials',
  });
  const { access_token: token } = JSON.parse(String(answer.body)) as { access_token?: string };
  return token ?? '';
}

async function callWith(
  simulator: Simulator,
  token: string,
  request: { readonly method: string; readonly path: string; readonly body?: unknown },
): Promise<Answer> {
  const answer = await simulator.handle({
    method: request.method,
    path: request.path,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: request.body === undefined ? '' : JSON.stringify(request.body),
  });
  const text = String(answer.body);
  const body = (text === '' ? {} : JSON.parse(text)) as Answer['body'];
  return { status: answer.status, headers: answer.headers, body };
}
