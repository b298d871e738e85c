import type { Clock } from '../../src/engine/index.ts';

/** A clock on which everybody's time passes faster; processes that share `epoch` and `factor` agree on the time. */
export interface FastClock {
  /** Real time, in milliseconds since 1970, at which both times were the same. */
  readonly epoch: number;
  /** How many milliseconds pass in one real millisecond. */
  readonly factor: number;
}

/** The clock of the setting. Sleeping takes its share of real time. */
export function createFastClock({ epoch, factor }: FastClock): Clock {
  return {
    now: () => epoch + (Date.now() - epoch) * factor,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const stop = (): void => {
          clearTimeout(timer);
          reject(new Error('the sleep was ended'));
        };
        const wake = (): void => {
          signal?.removeEventListener('abort', stop);
          resolve();
        };
        const timer = setTimeout(wake, ms / factor);
        if (signal?.aborted === true) stop();
        else signal?.addEventListener('abort', stop, { once: true });
      }),
  };
}
