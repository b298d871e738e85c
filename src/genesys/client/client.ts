import type { Json } from '../../core/index.ts';
import type { Clock, EmitEvent } from '../../engine/index.ts';
import { backOffMs, retryAfterMs } from '../access/back-off.ts';
import { createLimiter, type RateLimitState } from '../access/limiter.ts';
import { isCredentialLimited, rateReportOf } from '../access/rate-report.ts';
import { createTokenSource, type TokenSource } from '../access/token-source.ts';
import { platformError } from '../errors.ts';
import { isClosed, type Exchange, type WireAnswer, type WireLoss } from '../transport/exchange.ts';
import { addressOf, type ApiAnswer, type ApiCall } from './api-call.ts';
import { errorOfAnswer, errorOfLoss } from './classify.ts';
import type { ClientSettings } from './settings.ts';

/** The public API behind one credential: tokens, rate limit and safe repetition are its business. */
export interface GenesysClient {
  /** The answer of a request that succeeded; throws a coded error (SB4xxx) otherwise. */
  readonly call: (call: ApiCall) => Promise<ApiAnswer>;
  /** A request to another host, by an address that is a secret itself: no token, no rate limit, no repetition. */
  readonly direct: Exchange;
  /** Awaited before every write; throws when the caller may no longer write. */
  readonly beforeWrite: () => Promise<void>;
  readonly rateLimit: () => RateLimitState;
  readonly clock: Clock;
  readonly random: () => number;
  readonly emit: EmitEvent;
}

/** How often a request that does no harm is sent again after a failure, and how often one that was not executed. */
const repetitions = { failure: 6, refused: 10 };
const longestRetryAfterMs = 180_000;

/** A client on an open exchange. */
export function createClient(
  settings: ClientSettings,
  exchange: Exchange,
  hosts: { readonly api: string; readonly login: string },
): GenesysClient {
  const { clock, random, emit } = settings;
  const tokens = createTokenSource({
    exchange,
    loginUrl: hosts.login,
    credentials: settings.credentials,
    clock,
    random,
    emit,
  });
  const limiter = createLimiter({ reserve: settings.reserve, concurrency: settings.concurrency, clock, random, emit });
  const beforeWrite = async (): Promise<void> => {
    await settings.beforeWrite?.();
  };
  const sendOnce = async (call: ApiCall): Promise<{ outcome: WireAnswer | WireLoss; token: string }> => {
    const permit = await limiter.acquire();
    let outcome: WireAnswer | WireLoss | undefined;
    try {
      const token = await tokens.token();
      if (!call.repeatable) await beforeWrite();
      outcome = await exchange(wireRequest(call, hosts.api, token));
      return { outcome, token };
    } finally {
      permit.release(outcome === undefined ? { isLimited: false } : rateReportOf(outcome));
    }
  };
  return {
    call: (call) => callWithCare({ call, sendOnce, tokens, settings }),
    direct: exchange,
    beforeWrite,
    rateLimit: limiter.state,
    clock,
    random,
    emit,
  };
}

interface Care {
  readonly call: ApiCall;
  readonly sendOnce: (call: ApiCall) => Promise<{ outcome: WireAnswer | WireLoss; token: string }>;
  readonly tokens: TokenSource;
  readonly settings: ClientSettings;
}

async function callWithCare(care: Care): Promise<ApiAnswer> {
  const { call, settings } = care;
  let isTokenRenewed = false;
  let failures = 0;
  for (;;) {
    const { outcome, token } = await care.sendOnce(call);
    if (outcome.kind === 'answer' && outcome.status >= 200 && outcome.status < 300) return toAnswer(call, outcome);
    // A 401 was not executed, so even a write may be sent again.
    if (outcome.kind === 'answer' && outcome.status === 401 && !isTokenRenewed) {
      isTokenRenewed = true;
      care.tokens.forget(token);
      continue;
    }
    const waitMs = waitBeforeRepeat(call, outcome, { failures, random: settings.random });
    if (waitMs === undefined) throw errorOf(care, outcome);
    failures += 1;
    if (waitMs > 0) {
      emitRepeat(settings, call, { outcome, waitMs });
      await settings.clock.sleep(waitMs);
    }
  }
}

/** Milliseconds until the request may be sent again; undefined when it must not be. */
function waitBeforeRepeat(
  call: ApiCall,
  outcome: WireAnswer | WireLoss,
  past: { readonly failures: number; readonly random: () => number },
): number | undefined {
  const backOff = backOffMs(past.failures, past.random);
  if (outcome.kind === 'lost') {
    const mayRepeat = (call.repeatable || !outcome.sent) && !isClosed(outcome);
    return mayRepeat && past.failures < repetitions.failure ? backOff : undefined;
  }
  const advised = retryAfterMs(outcome.headers['retry-after']);
  if (outcome.status === 429) {
    if (past.failures >= repetitions.refused || (advised ?? 0) > longestRetryAfterMs) return undefined;
    // The limiter itself holds back everything when the whole credential is limited.
    return isCredentialLimited(rateReportOf(outcome)) ? 0 : Math.max(backOff, advised ?? 0);
  }
  if (!call.repeatable || outcome.status < 500 || outcome.status === 501 || past.failures >= repetitions.failure)
    return undefined;
  return Math.max(backOff, Math.min(advised ?? 0, longestRetryAfterMs));
}

function errorOf(care: Care, outcome: WireAnswer | WireLoss): Error {
  if (outcome.kind === 'lost') return errorOfLoss(care.call, outcome);
  return errorOfAnswer(care.call, outcome, [...care.tokens.secrets(), ...(care.call.secrets ?? [])]);
}

function wireRequest(call: ApiCall, apiUrl: string, token: string): Parameters<Exchange>[0] {
  return {
    method: call.method,
    url: apiUrl + addressOf(call),
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  };
}

function toAnswer(call: ApiCall, answer: WireAnswer): ApiAnswer {
  if (answer.text.trim() === '') return { status: answer.status, body: undefined, headers: answer.headers };
  try {
    return { status: answer.status, body: JSON.parse(answer.text) as Json, headers: answer.headers };
  } catch (cause) {
    const context = {
      method: call.method,
      path: call.path,
      status: answer.status,
      correlationId: answer.headers['inin-correlation-id'] ?? null,
    };
    const message = `${call.method} ${call.path}: the answer is not JSON.`;
    throw platformError('SB4012', { message, failure: call.repeatable ? 'unavailable' : 'unknown', context, cause });
  }
}

function emitRepeat(
  settings: ClientSettings,
  call: ApiCall,
  why: { readonly outcome: WireAnswer | WireLoss; readonly waitMs: number },
): void {
  const reason = why.outcome.kind === 'lost' ? why.outcome.reason : String(why.outcome.status);
  settings.emit({
    at: new Date(settings.clock.now()).toISOString(),
    kind: 'platform.wait',
    message: `${call.method} ${call.path} failed (${reason}); again in ${(why.waitMs / 1000).toFixed(1)} s`,
    data: { reason: 'repeat', cause: reason, ms: why.waitMs, method: call.method, path: call.path },
  });
}
