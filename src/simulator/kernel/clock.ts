/** A clock that moves only when told to; every wait in the simulator follows it. */
export type VirtualClock = {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  /** Moves the time forward by `ms` (never backwards). */
  readonly advance: (ms: number) => void;
};

/** What a caller may ask for: the machine's time, or a clock of its own, which waits by itself or is moved forward. */
export type ClockChoice = { readonly kind: 'real' } | VirtualClock | SimulatorClock;

/** The time source inside the simulator: `sleep` really waits on a real clock and advances a virtual one. */
export type SimulatorClock = {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
};

/** A virtual clock that starts at `startMs` (default 2026-01-05T08:00:00Z, a Monday). */
export function createVirtualClock(startMs = Date.UTC(2026, 0, 5, 8)): VirtualClock {
  let time = startMs;
  return {
    now: () => time,
    advance: (ms) => {
      if (ms < 0) throw new RangeError('a virtual clock cannot go backwards');
      time += ms;
    },
  };
}

/** Turns the caller's choice into the clock that the simulator runs on. */
export function resolveClock(choice: ClockChoice = { kind: 'real' }): SimulatorClock {
  if ('kind' in choice) {
    return { now: () => Date.now(), sleep: (ms) => new Promise((done) => setTimeout(done, ms)) };
  }
  if ('sleep' in choice) return choice;
  return {
    now: choice.now,
    sleep: (ms) => {
      choice.advance(ms);
      return Promise.resolve();
    },
  };
}

/** ISO-8601 form with milliseconds, the way the platform writes dates. */
export function isoDate(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
