/** The answer to "may this request pass", with what the three rate-limit headers say. */
export type Allowance = {
  readonly passes: boolean;
  /** Requests used in the window, this one included when it passes. */
  readonly count: number;
  readonly allowed: number;
  /** Whole seconds until the window ends. */
  readonly resetSeconds: number;
};

/** Counts requests in fixed windows of one minute that start with the first request. */
export type RateLimiter = {
  readonly spend: (key: string, allowed: number, now: number) => Allowance;
  /** What is left, without using anything. */
  readonly peek: (key: string, allowed: number, now: number) => Allowance;
};

const windowMs = 60_000;

/** A limiter that has seen no request. */
export function createRateLimiter(): RateLimiter {
  const windows = new Map<string, { startedAt: number; count: number }>();
  const windowAt = (key: string, now: number): { startedAt: number; count: number } => {
    const known = windows.get(key);
    if (known && now - known.startedAt < windowMs) return known;
    const fresh = { startedAt: now, count: 0 };
    windows.set(key, fresh);
    return fresh;
  };
  return {
    spend: (key, allowed, now) => {
      const window = windowAt(key, now);
      const passes = window.count < allowed;
      if (passes) window.count += 1;
      return describe(window, allowed, { now, passes });
    },
    peek: (key, allowed, now) => {
      const window = windowAt(key, now);
      return describe(window, allowed, { now, passes: window.count < allowed });
    },
  };
}

function describe(
  window: { readonly startedAt: number; readonly count: number },
  allowed: number,
  moment: { readonly now: number; readonly passes: boolean },
): Allowance {
  const resetSeconds = Math.max(1, Math.ceil((window.startedAt + windowMs - moment.now) / 1000));
  return { passes: moment.passes, count: window.count, allowed, resetSeconds };
}
