import { limitOf } from './access/credentials.ts';
import { uuidFrom } from './kernel/ids.ts';
import { answer, refusal, tooManyRequests, type AnyRoute, type Trace } from './dispatch.ts';
import { entityRoutes } from './registry.ts';
import { features } from './features.ts';
import type { TimerHandler } from './feature.ts';
import { isServedAt, routeAddress, type RoutedAddress } from './wire/addresses.ts';
import { crossOrigin } from './wire/cross-origin.ts';
import { ConnectionDroppedError, type Reply, type SimulatorRequest, type SimulatorResponse } from './wire/message.ts';
import { PlatformError } from './wire/platform-error.ts';
import { createRouter, type Match } from './wire/router.ts';
import { claimedClient } from './steering/claimed-client.ts';
import type { FaultKind } from './steering/faults.ts';
import type { OpenContext } from './context.ts';
import type { World } from './world.ts';

/** Answers one request; rejects with ConnectionDroppedError where a socket would break. */
export type Handle = (request: SimulatorRequest) => Promise<SimulatorResponse>;

/** The request handler of a world. */
export function createHandler(world: World): Handle {
  const router = createRouter<AnyRoute>(allRoutes());
  const timers = new Map<string, TimerHandler>(features.flatMap((feature) => Object.entries(feature.timers ?? {})));
  let requests = 0;
  return async (request) => {
    const address = routeAddress(request.path, request.headers['host']);
    const match = isServedAt(address.host, address.pathname)
      ? router(request.method, address.pathname)
      : ({ kind: 'unknown' } as const);
    const correlationId = request.headers['inin-correlation-id'] ?? uuidFrom(`${world.seed}/request/${requests++}`);
    const trace = traceOf(world, request, address);
    const steering = match.kind === 'found' && match.route.kind === 'open' && match.route.route.steering === true;
    const faults = steering ? [] : strike(world, { request, address, match, trace });
    await delay(world, faults, 'before');
    const before = faultBefore(faults);
    const open = contextOf(world, { request, address, match, correlationId });
    if (before === 'drop') return dropped(open, trace, match);
    if (before) showAllowance(world, trace);
    const reply = before ? refusal(before, correlationId) : routed(open, match, { timers, trace });
    await delay(world, faults, 'after');
    const after = faultAfter(faults);
    if (after === 'drop') return dropped(open, trace, match);
    const final = after ? refusal(after, correlationId) : reply;
    if (!steering) record(open, { trace, match, status: final.status });
    return respond(world, final, { open, trace });
  };
}

type Arrived = { readonly request: SimulatorRequest; readonly address: RoutedAddress; readonly match: Match<AnyRoute> };

function allRoutes(): readonly AnyRoute[] {
  const own = features.flatMap((feature) => feature.routes ?? []);
  const open = features.flatMap((feature) => feature.openRoutes ?? []);
  return [
    ...[...entityRoutes(), ...own].map((route) => ({
      method: route.method,
      path: route.path,
      kind: 'token' as const,
      route,
    })),
    ...open.map((route) => ({ method: route.method, path: route.path, kind: 'open' as const, route })),
  ];
}

function traceOf(world: World, request: SimulatorRequest, address: RoutedAddress): Trace {
  if (address.pathname === '/oauth/token') return { ...claimedClient(world, request), isClient: true };
  const token = /^bearer (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  const record = token === undefined ? undefined : world.tokens.find(token);
  const clientId = record?.clientId ?? record?.userId ?? '';
  return { clientId, organisationId: record?.organisationId ?? '', isClient: record?.clientId !== undefined };
}

function strike(world: World, arrived: Arrived & { readonly trace: Trace }): readonly FaultKind[] {
  const { request, address, match, trace } = arrived;
  const faults = world.faults.strike({
    method: request.method,
    pathname: address.pathname,
    template: match.kind === 'found' ? match.route.path : address.pathname,
    clientId: trace.clientId,
    organisationId: trace.organisationId,
  });
  if (faults.some((fault) => fault.kind === 'expire-tokens')) world.tokens.expireAll(trace.clientId || undefined);
  return faults;
}

/** Fills in the rate-limit headers of an answer that was given without counting the request. */
function showAllowance(world: World, trace: Trace): void {
  const organisation = world.organisations.get(trace.organisationId);
  if (!organisation) return;
  const allowed = limitOf(organisation, trace.isClient ? trace.clientId : undefined);
  trace.allowance = world.limiter.peek(trace.clientId, allowed, world.clock.now());
}

async function delay(world: World, faults: readonly FaultKind[], when: 'before' | 'after'): Promise<void> {
  for (const fault of faults) {
    if (fault.kind === 'slow' && (fault.when ?? 'before') === when) await world.clock.sleep(fault.delayMs);
  }
}

function faultBefore(faults: readonly FaultKind[]): PlatformError | 'drop' | undefined {
  for (const fault of faults) {
    if (fault.kind === 'drop' && fault.when === 'before') return 'drop';
    if (fault.kind === 'status' && fault.when !== 'after') return statusError(fault);
    if (fault.kind === 'rate-limit') return tooManyRequests(300, fault.retryAfterSeconds);
  }
  return undefined;
}

function faultAfter(faults: readonly FaultKind[]): PlatformError | 'drop' | undefined {
  for (const fault of faults) {
    if (fault.kind === 'drop' && fault.when === 'after') return 'drop';
    if (fault.kind === 'status' && fault.when === 'after') return statusError(fault);
  }
  return undefined;
}

function statusError(fault: Extract<FaultKind, { kind: 'status' }>): PlatformError {
  const message =
    fault.message ?? 'The server encountered an unexpected condition which prevented it from fulfilling the request.';
  const extras = fault.headers ? { headers: fault.headers } : {};
  return new PlatformError(fault.status, fault.code ?? 'internal.server.error', message, extras);
}

function contextOf(world: World, arrived: Arrived & { readonly correlationId: string }): OpenContext {
  const { request, address, match, correlationId } = arrived;
  return {
    world,
    method: request.method,
    pathname: address.pathname,
    params: match.kind === 'found' ? match.params : {},
    query: address.query,
    headers: request.headers,
    rawBody: request.body ?? '',
    correlationId,
    remoteIp: request.remoteIp ?? '127.0.0.1',
    baseUrl: `${request.headers['x-forwarded-proto'] ?? request.scheme ?? 'http'}://${request.headers['host'] ?? 'localhost'}`,
    now: world.clock.now(),
  };
}

function routed(
  open: OpenContext,
  match: Match<AnyRoute>,
  run: { readonly timers: ReadonlyMap<string, TimerHandler>; readonly trace: Trace },
): Reply {
  if (match.kind === 'found') return answer(open, match.route, run.timers, run.trace);
  if (match.kind === 'wrong-method' && open.method === 'OPTIONS') return { status: 200, headers: allow(match.allowed) };
  return refusal(
    match.kind === 'unknown'
      ? new PlatformError(404, 'not.found', `HTTP 404 ${open.method} ${open.pathname}`)
      : new PlatformError(405, 'method.not.allowed', `HTTP 405 ${open.method} ${open.pathname}`, {
          headers: allow(match.allowed),
        }),
    open.correlationId,
  );
}

function allow(methods: readonly string[]): Readonly<Record<string, string>> {
  return { Allow: [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ') };
}

function dropped(open: OpenContext, trace: Trace, match: Match<AnyRoute>): never {
  record(open, { trace, match, status: 0 });
  throw new ConnectionDroppedError();
}

function record(
  open: OpenContext,
  seen: { readonly trace: Trace; readonly match: Match<AnyRoute>; readonly status: number },
): void {
  const template = seen.match.kind === 'found' ? seen.match.route.path : '(no such operation)';
  open.world.usage.record({
    at: open.now,
    method: open.method,
    path: open.query.size > 0 ? `${open.pathname}?${open.query.toString()}` : open.pathname,
    status: seen.status,
    operation: `${open.method} ${template}`,
    clientId: seen.trace.clientId,
    organisationId: seen.trace.organisationId,
    correlationId: open.correlationId,
  });
}

function respond(
  world: World,
  reply: Reply,
  about: { readonly open: OpenContext; readonly trace: Trace },
): SimulatorResponse {
  const { allowance } = about.trace;
  const headers: Record<string, string> = {
    'ININ-Correlation-Id': about.open.correlationId,
    ...crossOrigin(about.open.headers),
  };
  if (allowance) {
    headers['inin-ratelimit-count'] = String(allowance.count);
    headers['inin-ratelimit-allowed'] = String(allowance.allowed);
    headers['inin-ratelimit-reset'] = String(allowance.resetSeconds);
  }
  headers['Date'] = new Date(world.clock.now()).toUTCString();
  if (reply.chunks) {
    return { status: reply.status, headers: { ...headers, ...reply.headers }, body: '', chunks: reply.chunks };
  }
  if (reply.body === undefined) return { status: reply.status, headers: { ...headers, ...reply.headers }, body: '' };
  const binary = typeof reply.body === 'string' || reply.body instanceof Uint8Array;
  headers['Content-Type'] = binary ? 'application/octet-stream' : 'application/json';
  const body = binary ? (reply.body as string | Uint8Array) : JSON.stringify(reply.body);
  return { status: reply.status, headers: { ...headers, ...reply.headers }, body };
}
