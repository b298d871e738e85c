import type { Freeze, GateRules, Lane, PassableGate } from './gate-rules.ts';
import { nextOpening, openingAt } from './windows.ts';

/** A span in which a deployment may write, in milliseconds since the epoch. */
export interface Chance {
  readonly from: number;
  /** Excluded; absent when nothing ends it. */
  readonly until?: number | undefined;
}

/** What the lane may pass by in the environment. */
export function passesOf(rules: GateRules, lane: Lane): readonly PassableGate[] {
  return lane === 'normal' ? [] : rules.lanes[lane].passes;
}

/** The freezes that stop the lane. */
export function freezesFor(rules: GateRules, lane: Lane): readonly Freeze[] {
  if (passesOf(rules, lane).includes('freezes')) return [];
  return rules.freezes.filter(({ exempt }) => !exempt.includes(lane));
}

/**
 * The first span from the instant on in which the lane may write: a window is open and nothing is frozen. Undefined when
 * there is none within two years.
 */
export function nextChance(rules: GateRules, lane: Lane, instantMs: number): Chance | undefined {
  const windows = passesOf(rules, lane).includes('windows') ? [] : rules.windows;
  const freezes = freezesFor(rules, lane);
  let from = instantMs;
  for (let moved = 0; moved <= freezes.length * 2 + 2; moved += 1) {
    const freeze = freezes.find((span) => covers(span, from));
    if (freeze !== undefined) {
      from = Date.parse(freeze.to);
      continue;
    }
    const opening = windows.length === 0 ? undefined : openingAt(windows, from);
    if (windows.length === 0 || opening !== undefined)
      return { from, ...endOf(freezes, from, opening?.closesAt ?? Number.POSITIVE_INFINITY) };
    const next = nextOpening(windows, from);
    if (next === undefined) return undefined;
    from = next.opensAt;
  }
  return undefined;
}

/** True while the freeze lasts. */
export function covers({ from, to }: Freeze, instantMs: number): boolean {
  return Date.parse(from) <= instantMs && instantMs < Date.parse(to);
}

function endOf(freezes: readonly Freeze[], from: number, closesAt: number): { readonly until?: number } {
  const begins = freezes.map((freeze) => Date.parse(freeze.from)).filter((instant) => instant > from);
  const until = Math.min(closesAt, ...begins);
  return Number.isFinite(until) ? { until } : {};
}
