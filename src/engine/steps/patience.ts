import type { Clock } from '../ports.ts';
import { failureOf } from './failure.ts';

/** How often a write or a read is tried before it counts as failed. */
export const maxAttempts = 10;

/** How much longer than the descriptor's lag a write may stay invisible. */
export const visibilityMarginMs = 5_000;

/** Milliseconds to wait before attempt `attempt + 1`: 0.5, 1, 2, 4 … 16 s. */
export function backOffMs(attempt: number): number {
  return 500 * 2 ** Math.min(attempt - 1, 5);
}

/** Reads, again when the platform could not answer; the last error when it never did. */
export async function readPatiently<Value>(clock: Clock, read: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await read();
    } catch (error) {
      const failure = failureOf(error);
      if ((failure !== 'unavailable' && failure !== 'unknown') || attempt >= maxAttempts) throw error;
      await clock.sleep(backOffMs(attempt));
    }
  }
}

/**
 * Looks until `isSettled` says so or the patience is over, more and more seldom; gives the last look. The last look is
 * begun after the patience is over: a slow answer may be older than it seems.
 */
export async function lookUntil<Value>(
  clock: Clock,
  patienceMs: number,
  look: () => Promise<Value>,
  isSettled: (value: Value) => boolean,
): Promise<Value> {
  const end = clock.now() + patienceMs;
  for (let waitMs = 200; ; waitMs = Math.min(waitMs * 2, 5_000)) {
    const isLast = clock.now() >= end;
    const value = await look();
    if (isLast || isSettled(value)) return value;
    await clock.sleep(Math.max(0, Math.min(waitMs, end - clock.now())));
  }
}
