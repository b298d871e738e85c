import type { Clock, EmitEvent } from '../../engine/index.ts';
import { backOffMs } from './back-off.ts';
import { isCredentialLimited, type RateReport } from './rate-report.ts';

/** What a limiter works with. */
export interface LimiterSettings {
  /** Requests per window that are left to the organisation's other integrations. */
  readonly reserve: number;
  /** Requests in flight at once. */
  readonly concurrency: number;
  readonly clock: Clock;
  readonly random: () => number;
  readonly emit: EmitEvent;
}

/** What is known of the allowance of a credential. */
export interface RateLimitState {
  /** Requests counted in the running window: the platform's count and ours, the greater one. */
  readonly used: number;
  readonly allowed: number;
  readonly reserve: number;
  /** Milliseconds since the epoch; undefined before the first answer of a window. */
  readonly windowEndsAt?: number | undefined;
}

/** The right to send one request. */
export interface Permit {
  /** Must be called once, with what the answer said. */
  readonly release: (report: RateReport) => void;
}

/** Lets requests of one credential pass only while the platform's allowance less the reserve lasts; first come, first served. */
export interface Limiter {
  readonly acquire: () => Promise<Permit>;
  readonly state: () => RateLimitState;
}

/** The documented allowance of a client-credentials token, until an answer tells the real one. */
const documentedLimit = 300;
const windowMs = 60_000;
/** The platform counts the rest of a window in whole seconds, so two readings of one window may differ by this much. */
const roundingMs = 2_000;

interface Window {
  epoch: number;
  used: number;
  startedAt: number;
  endsAt: number | undefined;
  allowed: number;
  isKnown: boolean;
  blockedUntil: number;
  inFlight: number;
  refusals: number;
}

/** A limiter that has seen no answer: it sends one request alone and goes by what that answer says. */
export function createLimiter(settings: LimiterSettings): Limiter {
  const window: Window = {
    epoch: 0,
    used: 0,
    startedAt: settings.clock.now(),
    endsAt: undefined,
    allowed: documentedLimit,
    isKnown: false,
    blockedUntil: 0,
    inFlight: 0,
    refusals: 0,
  };
  const waiting: ((permit: Permit) => void)[] = [];
  let isSleeping = false;

  const grant = (take: (permit: Permit) => void): void => {
    window.used += 1;
    window.inFlight += 1;
    const epoch = window.epoch;
    take({
      release: (report) => {
        window.inFlight -= 1;
        learn(window, report, { epoch, settings });
        pump();
      },
    });
  };
  const pump = (): void => {
    while (waiting.length > 0 && !isSleeping) {
      if (window.inFlight >= (window.isKnown ? settings.concurrency : 1)) return;
      renewWhenOver(window, settings.clock.now());
      const waitMs = waitOf(window, settings);
      if (waitMs === 'answer') return;
      if (waitMs > 0) return sleep(waitMs);
      const next = waiting.shift();
      if (next !== undefined) grant(next);
    }
  };
  // Only one sleeper: several would each move a virtual clock.
  const sleep = (ms: number): void => {
    isSleeping = true;
    emitWait(settings, window, ms);
    void settings.clock.sleep(ms).finally(() => {
      isSleeping = false;
      pump();
    });
  };
  return {
    acquire: () =>
      new Promise((take) => {
        waiting.push(take);
        pump();
      }),
    state: () => ({
      used: window.used,
      allowed: window.allowed,
      reserve: settings.reserve,
      windowEndsAt: window.endsAt,
    }),
  };
}

function renewWhenOver(window: Window, now: number): void {
  if (window.endsAt === undefined || now < window.endsAt) {
    if (window.used === 0) window.startedAt = now;
    return;
  }
  window.epoch += 1;
  // Requests under way may be counted in the new window.
  window.used = window.inFlight;
  window.startedAt = now;
  window.endsAt = undefined;
}

function waitOf(window: Window, settings: LimiterSettings): number | 'answer' {
  const now = settings.clock.now();
  if (window.blockedUntil > now) return window.blockedUntil - now;
  if (window.used < Math.max(1, window.allowed - settings.reserve)) return 0;
  if (window.endsAt !== undefined) return window.endsAt - now;
  if (window.inFlight > 0) return 'answer';
  // No answer ever told where the window ends.
  window.endsAt = Math.max(now, window.startedAt + windowMs);
  return window.endsAt - now;
}

function learn(
  window: Window,
  report: RateReport,
  moment: { readonly epoch: number; readonly settings: LimiterSettings },
): void {
  const now = moment.settings.clock.now();
  window.isKnown = true;
  if (isCredentialLimited(report)) block(window, report, moment.settings);
  else if (!report.isLimited) window.refusals = 0;
  // An answer to a request of an earlier window says nothing of this one.
  if (moment.epoch !== window.epoch || report.count === undefined || report.resetMs === undefined) return;
  if (report.allowed !== undefined && report.allowed > 0) window.allowed = report.allowed;
  const end = now + report.resetMs;
  if (window.endsAt !== undefined && end > window.endsAt + roundingMs) {
    // The platform began a new window a moment before we expected it.
    window.epoch += 1;
    window.startedAt = now;
    window.endsAt = end;
    window.used = report.count + window.inFlight;
    return;
  }
  window.used = Math.max(window.used, report.count);
  window.endsAt = Math.min(window.endsAt ?? end, end);
}

function block(window: Window, report: RateReport, settings: LimiterSettings): void {
  const ms =
    (report.retryAfterMs ?? 0) > 0
      ? (report.retryAfterMs ?? 0) + Math.round(settings.random() * 250)
      : backOffMs(window.refusals, settings.random);
  window.refusals += 1;
  window.blockedUntil = Math.max(window.blockedUntil, settings.clock.now() + ms);
}

function emitWait(settings: LimiterSettings, window: Window, ms: number): void {
  settings.emit({
    at: new Date(settings.clock.now()).toISOString(),
    kind: 'platform.wait',
    message: `rate limit: ${window.used} of ${window.allowed} requests used, ${settings.reserve} reserved; waiting ${(ms / 1000).toFixed(1)} s`,
    data: { reason: 'rate-limit', ms, used: window.used, allowed: window.allowed, reserve: settings.reserve },
  });
}
