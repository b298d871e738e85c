/** Milliseconds to wait before repetition `attempt` (from 0): 0.5, 1, 2, 4 … up to 30 s, a quarter more or less. */
export function backOffMs(attempt: number, random: () => number): number {
  const base = Math.min(500 * 2 ** attempt, 30_000);
  return Math.round(base * (0.75 + random() * 0.5));
}

/** Milliseconds of a `Retry-After` header in whole seconds, or undefined when it is absent or not a number. */
export function retryAfterMs(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
