import type { Clock } from '../ports.ts';

/** A clock whose time passes only while everybody sleeps: then it jumps to the next one to wake. */
export interface VirtualClock extends Clock {
  /** Lets time pass at once. */
  readonly advance: (ms: number) => void;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** A virtual clock that starts at `start` (ms since the epoch). Only for code that waits on nothing real. */
export function createVirtualClock(start = Date.UTC(2026, 0, 1)): VirtualClock {
  let now = start;
  let isPumping = false;
  const sleepers = new Set<Sleeper>();
  const pump = (): void => {
    isPumping = false;
    const next = [...sleepers].toSorted((left, right) => left.at - right.at)[0];
    if (next === undefined) return;
    now = Math.max(now, next.at);
    sleepers.delete(next);
    next.wake();
    schedule();
  };
  const schedule = (): void => {
    if (isPumping || sleepers.size === 0) return;
    isPumping = true;
    setImmediate(pump);
  };
  const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        sleepers.delete(sleeper);
        reject(new Error('the sleep was ended'));
      };
      const sleeper: Sleeper = {
        at: now + ms,
        wake: () => {
          signal?.removeEventListener('abort', stop);
          resolve();
        },
      };
      if (signal?.aborted === true) return reject(new Error('the sleep was ended'));
      signal?.addEventListener('abort', stop, { once: true });
      sleepers.add(sleeper);
      return schedule();
    });
  return {
    now: () => now,
    sleep,
    advance: (ms) => {
      now += ms;
    },
  };
}
