import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../engine/index.ts';

/** A clock that hurries until it is told that the past is over; from then on it is the machine's. It never goes back. */
export interface HurryingClock extends Clock {
  readonly arrive: () => void;
}

const hourMs = 3_600_000;
/** How far back it starts: enough for a replay of half an hour. */
const headStartMs = 12 * hourMs;
const factor = 20;

/** Starts hours ago and lets time pass faster, so that nobody waits for the jobs of a replay; then it is now. */
export function createHurryingClock(now: () => number = Date.now): HurryingClock {
  const epoch = now();
  let hurries = true;
  return {
    now: () => (hurries ? Math.min(now(), epoch - headStartMs + (now() - epoch) * factor) : now()),
    sleep: async (ms, signal) => {
      await wait(hurries ? ms / factor : ms, undefined, signal === undefined ? {} : { signal });
    },
    arrive: () => {
      hurries = false;
    },
  };
}
