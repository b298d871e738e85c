import { SignalboxError } from '../../core/index.ts';
import { engineError } from '../errors.ts';
import type { Announce } from '../events/index.ts';
import type { Clock, Lease, Store } from '../ports.ts';

/** How long a lease lasts, and how long a request to the platform may take at most, both in milliseconds. */
export interface Leasing {
  /** Who holds it, for people: host and process. */
  readonly holder: string;
  readonly ttlMs: number;
  readonly requestTimeoutMs: number;
}

/** Keeps a lease while a run lasts and stops the run when it is lost. */
export interface LeaseGuard {
  /** Aborted once the lease is lost. */
  readonly signal: AbortSignal;
  /** Calls the store with the newest lease; SB3008 when the store says it was lost. */
  readonly use: <Value>(call: (lease: Lease) => Promise<Value>) => Promise<Value>;
  /** Resolves when the lease outlasts a request; must be awaited right before every write. SB3008 when it was lost. */
  readonly outlast: () => Promise<void>;
  /** Ends the renewals and gives the lease back. */
  readonly end: () => Promise<void>;
}

interface Held {
  lease: Lease;
  /** Our clock's time until which we may rely on it. */
  until: number;
}

/** A guard over a lease taken at `takenAt` (our clock, before asking), renewed three times per lifetime. */
export function guardLease(
  ports: { readonly store: Store; readonly clock: Clock; readonly announce: Announce },
  leasing: Leasing,
  lease: Lease,
  takenAt: number,
): LeaseGuard {
  const held: Held = { lease, until: takenAt + leasing.ttlMs };
  const lost = new AbortController();
  const ended = new AbortController();
  const use = async <Value>(call: (current: Lease) => Promise<Value>): Promise<Value> => {
    if (lost.signal.aborted) throw leaseLost(lost.signal.reason);
    try {
      return await call(held.lease);
    } catch (error) {
      if (!(error instanceof SignalboxError) || error.code !== 'SB5004') throw error;
      lost.abort(error);
      ports.announce('lease-lost', `The lease of ${lease.environment} was lost.`, { environment: lease.environment });
      throw leaseLost(error);
    }
  };
  const renew = async (): Promise<void> => {
    const asked = ports.clock.now();
    held.lease = await use((current) => ports.store.renewLease(current, leasing.ttlMs));
    held.until = asked + leasing.ttlMs;
    ports.announce('lease-renewed', `The lease of ${lease.environment} was renewed.`, {
      environment: lease.environment,
    });
  };
  const outlast = async (): Promise<void> => {
    if (lost.signal.aborted) throw leaseLost(lost.signal.reason);
    if (held.until - ports.clock.now() <= leasing.requestTimeoutMs) await renew();
  };
  const renewing = renewUntil(ports.clock, Math.max(1, Math.floor(leasing.ttlMs / 3)), ended.signal, renew);
  const end = async (): Promise<void> => {
    ended.abort();
    await renewing;
    if (!lost.signal.aborted) await ports.store.releaseLease(held.lease);
  };
  return { signal: lost.signal, use, outlast, end };
}

/** A failed renewal ends the loop; the next write finds the lease lost or too short and renews or stops itself. */
async function renewUntil(
  clock: Clock,
  everyMs: number,
  signal: AbortSignal,
  renew: () => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    const slept = await clock.sleep(everyMs, signal).then(
      () => true,
      () => false,
    );
    if (!slept || signal.aborted) return;
    const renewed = await renew().then(
      () => true,
      () => false,
    );
    if (!renewed) return;
  }
}

function leaseLost(cause: unknown): SignalboxError {
  return engineError('SB3008', 'The lease of the environment was lost; nothing more is written.', { cause });
}
