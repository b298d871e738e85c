import type { Screen } from './screen.ts';

/** How many rows of a list stand on a screen before it is folded. */
const foldAfter = 20;

/** The rows a screen shows, and how many it leaves to `--verbose`; never hides a single row. */
export function foldRows<Row>(
  screen: Pick<Screen, 'unfolded'>,
  rows: readonly Row[],
  most: number = foldAfter,
): { readonly shown: readonly Row[]; readonly hidden: number } {
  if (screen.unfolded || rows.length <= most + 1) return { shown: rows, hidden: 0 };
  return { shown: rows.slice(0, most), hidden: rows.length - most };
}

/** The line that says how many rows are folded away; no line when none are. */
export function foldedLine(hidden: number): readonly string[] {
  return hidden === 0 ? [] : [`… and ${hidden} more (--verbose shows all)`];
}
