import type { WireAnswer, WireLoss } from '../transport/exchange.ts';
import { retryAfterMs } from './back-off.ts';

/** What one answer said about the rate limit. */
export interface RateReport {
  /** Requests the platform counted in its window, and how many it allows. */
  readonly count?: number | undefined;
  readonly allowed?: number | undefined;
  /** Until the window ends. */
  readonly resetMs?: number | undefined;
  readonly isLimited: boolean;
  readonly retryAfterMs?: number | undefined;
}

/** Reads `inin-ratelimit-*` and `Retry-After`. */
export function rateReportOf(outcome: WireAnswer | WireLoss): RateReport {
  if (outcome.kind === 'lost') return { isLimited: false };
  const resetSeconds = numberIn(outcome.headers['inin-ratelimit-reset']);
  return {
    count: numberIn(outcome.headers['inin-ratelimit-count']),
    allowed: numberIn(outcome.headers['inin-ratelimit-allowed']),
    resetMs: resetSeconds === undefined ? undefined : resetSeconds * 1000,
    isLimited: outcome.status === 429,
    retryAfterMs: retryAfterMs(outcome.headers['retry-after']),
  };
}

/** True for a 429 that speaks of the whole credential; false for one of a single endpoint (export jobs). */
export function isCredentialLimited(report: RateReport): boolean {
  if (!report.isLimited) return false;
  return report.count === undefined || report.allowed === undefined || report.count >= report.allowed;
}

function numberIn(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const value = Number(header);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}
