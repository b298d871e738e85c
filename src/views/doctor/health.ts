/** One thing that was looked at, as the doctor reports it. */
export interface HealthItem {
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped';
  /** What was found, with the values. */
  readonly detail: string;
  /** What to do next; empty when nothing is. */
  readonly remedy: string;
}

/** How the whole stands: failed when anything failed. */
export function verdictOf(items: readonly HealthItem[]): 'ok' | 'warning' | 'failed' {
  if (items.some(({ status }) => status === 'failed')) return 'failed';
  return items.some(({ status }) => status === 'warning') ? 'warning' : 'ok';
}
