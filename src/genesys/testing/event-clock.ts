import type { Clock } from '../../engine/index.ts';

/** A clock for tests in which time passes only while everybody sleeps, and then jumps to the next awakening. */
export function createEventClock(
  startMs = Date.UTC(2026, 0, 5, 8),
): Clock & { readonly run: <Result>(work: Promise<Result>) => Promise<Result> } {
  let time = startMs;
  const sleepers: { readonly due: number; readonly wake: () => void }[] = [];
  return {
    now: () => time,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ due: time + ms, wake });
        sleepers.sort((left, right) => left.due - right.due);
      }),
    run: async (work) => {
      const end = { reached: false };
      const mark = (): void => {
        end.reached = true;
      };
      work.then(mark, mark);
      while (!end.reached) {
        // Lets every promise that can go on do so before time moves.
        await new Promise((done) => setImmediate(done));
        const next = end.reached ? undefined : sleepers.shift();
        if (next === undefined) continue;
        time = Math.max(time, next.due);
        next.wake();
      }
      return work;
    },
  };
}
