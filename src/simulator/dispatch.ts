import { authenticate, requirePermissions } from './access/authenticate.ts';
import { limitOf } from './access/credentials.ts';
import type { Allowance } from './access/rate-limit.ts';
import type { OpenContext } from './context.ts';
import type { OpenRoute, Route, TimerHandler } from './feature.ts';
import type { Organisation } from './state/organisation.ts';
import { takeDueTimers } from './state/timers.ts';
import { jsonBody } from './wire/body.ts';
import type { Reply } from './wire/message.ts';
import { errorBody, PlatformError } from './wire/platform-error.ts';

/** A route of either kind, as the router holds it. */
export type AnyRoute =
  | { readonly method: string; readonly path: string; readonly kind: 'token'; readonly route: Route }
  | { readonly method: string; readonly path: string; readonly kind: 'open'; readonly route: OpenRoute };

/** Who made the request, as far as it became known; filled in while it is handled. */
export type Trace = { clientId: string; organisationId: string; readonly isClient: boolean; allowance?: Allowance };

/** Runs a request through token, limit, timers and permission checks to its handler; refusals become error bodies. */
export function answer(
  open: OpenContext,
  found: AnyRoute,
  timers: ReadonlyMap<string, TimerHandler>,
  trace: Trace,
): Reply {
  try {
    if (found.kind === 'open') return found.route.handle(open);
    const identity = authenticate(open.world, open.headers['authorization'], open.now);
    trace.organisationId = identity.organisation.id;
    trace.clientId = identity.caller.clientId ?? identity.caller.userId ?? '';
    spendRequest(open, identity.organisation, identity.caller.clientId, trace);
    runTimers(open, identity.organisation, timers);
    requirePermissions(identity.caller, found.route.permissions);
    return found.route.handle({ ...open, ...identity, body: jsonBody(open) });
  } catch (error) {
    if (error instanceof PlatformError) return refusal(error, open.correlationId);
    throw error;
  }
}

/** The platform's error body and headers for a refusal. */
export function refusal(error: PlatformError, correlationId: string): Reply {
  const body = errorBody(error, correlationId);
  return { status: error.status, body, ...(error.extras.headers ? { headers: error.extras.headers } : {}) };
}

/** The 429 of the platform. */
export function tooManyRequests(allowed: number, retryAfterSeconds: number): PlatformError {
  return new PlatformError(
    429,
    'too.many.requests',
    `Rate limit exceeded the maximum [${allowed}] requests within [60] seconds`,
    {
      messageWithParams: 'Rate limit exceeded the maximum [{rateLimit}] requests within [{ttl}] seconds',
      messageParams: { rateLimit: String(allowed), ttl: '60' },
      limit: { key: 'client.credentials.token.rate.per.minute', namespace: 'platform.api', value: allowed },
      headers: { 'Retry-After': String(retryAfterSeconds) },
    },
  );
}

function spendRequest(open: OpenContext, organisation: Organisation, clientId: string | undefined, trace: Trace): void {
  const allowed = limitOf(organisation, clientId);
  const allowance = open.world.limiter.spend(trace.clientId, allowed, open.now);
  trace.allowance = allowance;
  if (!allowance.passes) throw tooManyRequests(allowed, allowance.resetSeconds);
}

function runTimers(open: OpenContext, organisation: Organisation, timers: ReadonlyMap<string, TimerHandler>): void {
  for (const timer of takeDueTimers(organisation, open.now)) {
    timers.get(timer.kind)?.(open.world, organisation, timer);
  }
}
