import type { Clock, Store } from '../../src/engine/index.ts';
import type { Exchange, WireRequest } from '../../src/genesys/index.ts';

/** A process as its surroundings see it: everything it does passes here, and at a chosen boundary it is dead. */
export interface Life {
  /** The store as the process uses it: every write to it is two boundaries, before and after it is durable. */
  readonly store: (store: Store) => Store;
  /** Requests as the process sends them: every write is two boundaries, before it is sent and after it took effect. */
  readonly exchange: (send: Exchange) => Exchange;
  readonly clock: (clock: Clock) => Clock;
  /** Resolves when the process is dead; from then on nothing that it waits for ever comes. */
  readonly death: Promise<string>;
  /** What each boundary passed so far was, in order. */
  readonly passed: () => readonly string[];
}

const storeReads: readonly (keyof Store)[] = [
  'readLease',
  'findRun',
  'listRuns',
  'readJournal',
  'readBaseline',
  'listClaims',
  'listFindings',
];

/** Lease and finding keeping depend on the time, so that they would make boundaries differ from run to run. */
const uncounted: readonly (keyof Store)[] = ['acquireLease', 'renewLease', 'releaseLease', 'addFinding'];

/** What happens at a boundary, of which there were `count` with this one. */
export type Fateful = (name: string, count: number) => 'dies' | 'lives';

/** A life that ends at the boundary `diesAt`, counted from 1, or never. */
export function createLife(diesAt: number | undefined): Life {
  return createFatefulLife((_, count) => (count === diesAt ? 'dies' : 'lives'));
}

/** A life about which `decide` decides at each boundary. Nothing in it can notice its end, catch it or tidy up after it. */
export function createFatefulLife(decide: Fateful): Life {
  const passed: string[] = [];
  const ended = Promise.withResolvers<string>();
  let isDead = false;
  const never = new Promise<never>(() => undefined);
  const boundary = (name: string): Promise<never> | undefined => {
    if (isDead) return never;
    passed.push(name);
    if (decide(name, passed.length) === 'lives') return undefined;
    isDead = true;
    ended.resolve(name);
    return never;
  };
  const alive = async <Value>(act: () => Promise<Value>): Promise<Value> => {
    if (isDead) return never;
    const value = await settled(act);
    return isDead ? never : value();
  };
  const counted = async <Value>(name: string, act: () => Promise<Value>): Promise<Value> => {
    const before = boundary(`before ${name}`);
    if (before !== undefined) return before;
    const value = await settled(act);
    const after = boundary(`after ${name}`);
    return after ?? value();
  };
  return {
    store: (store) => mortalStore(store, alive, counted),
    exchange: (send) => (request) =>
      isWrite(request) ? counted(nameOf(request), () => send(request)) : alive(() => send(request)),
    clock: (clock) => ({ now: clock.now, sleep: (ms, signal) => alive(() => clock.sleep(ms, signal)) }),
    death: ended.promise,
    passed: () => passed,
  };
}

type Alive = <Value>(act: () => Promise<Value>) => Promise<Value>;
type Counted = <Value>(name: string, act: () => Promise<Value>) => Promise<Value>;

function mortalStore(store: Store, alive: Alive, counted: Counted): Store {
  const wrapped = Object.entries(store).map(([name, call]: [string, unknown]) => {
    if (typeof call !== 'function') return [name, call] as const;
    const act = call as (...args: readonly unknown[]) => Promise<unknown>;
    const isCounted = ![...storeReads, ...uncounted].includes(name as keyof Store);
    const pass = (...args: readonly unknown[]): Promise<unknown> =>
      isCounted ? counted(describeCall(name, args), () => act(...args)) : alive(() => act(...args));
    return [name, pass] as const;
  });
  return Object.fromEntries(wrapped) as unknown as Store;
}

/** The journal rows of an append, so that a failure says where the process died. */
function describeCall(name: string, args: readonly unknown[]): string {
  if (name !== 'appendJournal') return name;
  const rows = args[2] as readonly { readonly direction: string; readonly stepId: string; readonly phase: string }[];
  return `${name} ${rows.map((row) => `${row.direction} ${row.stepId} ${row.phase}`).join(', ')}`;
}

/** Runs to the end, whatever it is, so that a life can end between the end and its being known. */
async function settled<Value>(act: () => Promise<Value>): Promise<() => Value> {
  try {
    const value = await act();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** Audit queries and token requests are sent by POST and change nothing. */
function isWrite({ method, url }: WireRequest): boolean {
  return (
    method !== 'GET' && !/\/oauth\/token|\/audits\/query|\/export\/jobs|\/validate\/jobs|\/search|\/query$/u.test(url)
  );
}

function nameOf({ method, url }: WireRequest): string {
  return `${method} ${new URL(url).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, '…')}`;
}
