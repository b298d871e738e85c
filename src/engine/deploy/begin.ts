import type { EnvironmentRules } from '../../core/index.ts';
import { engineError } from '../errors.ts';
import { createAnnounce } from '../events/index.ts';
import { refuseForeign } from '../identity/index.ts';
import { guardLease, type LeaseGuard } from '../lease/index.ts';
import type { OrganisationIdentity } from '../ports.ts';
import type { DeployPorts } from '../run/index.ts';

/** A held environment whose organisation is the pinned one. */
export interface HeldEnvironment {
  readonly lease: LeaseGuard;
  readonly identity: OrganisationIdentity;
}

/**
 * Does `work` while holding the environment. Before anything: SB3002 when the credentials belong to another organisation,
 * SB3001 when another run holds the environment. The lease is given back however the work ends.
 */
export async function withEnvironment<Value>(
  ports: DeployPorts,
  environment: EnvironmentRules,
  work: (held: HeldEnvironment) => Promise<Value>,
): Promise<Value> {
  const identity = await identifyPinned(ports, environment);
  const lease = await takeLease(ports, environment);
  ports.platform.guardWrites?.(lease.outlast);
  try {
    return await work({ lease, identity });
  } finally {
    ports.platform.guardWrites?.(undefined);
    await lease.end().catch(() => undefined);
  }
}

async function identifyPinned(ports: DeployPorts, environment: EnvironmentRules): Promise<OrganisationIdentity> {
  const identity = await ports.platform.identify();
  refuseForeign(environment, identity, 'write');
  return identity;
}

async function takeLease(ports: DeployPorts, environment: EnvironmentRules): Promise<LeaseGuard> {
  const { holder, ttlMs, requestTimeoutMs } = ports.leasing;
  const takenAt = ports.clock.now();
  const lease = await ports.store.acquireLease({
    environment: environment.name,
    holder,
    ttlMs,
    graceMs: requestTimeoutMs,
  });
  if (lease !== undefined)
    return guardLease({ ...ports, announce: createAnnounce(ports.clock, ports.emit) }, ports.leasing, lease, takenAt);
  const held = await ports.store.readLease(environment.name);
  const who = held === undefined ? 'another run' : held.holder;
  const until = held === undefined ? '' : ` until ${new Date(held.expiresAt + requestTimeoutMs).toISOString()}`;
  throw engineError('SB3001', `${environment.name} is held by ${who}${until}.`, {
    context: {
      environment: environment.name,
      holder: who,
      ...(held === undefined ? {} : { expiresAt: held.expiresAt }),
    },
  });
}
