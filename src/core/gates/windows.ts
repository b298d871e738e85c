import { dayOf, parseDay, parseTimeOfDay, startOf, type Day } from '../calendar/day.ts';
import { occursOn, parseRecurrence } from '../calendar/recurrence.ts';
import { instantAt, wallTimeAt } from '../calendar/zone.ts';
import type { WindowRule } from './gate-rules.ts';

/** One opening of a window, in milliseconds since the epoch; the end is excluded. */
export interface Opening {
  readonly name: string;
  readonly opensAt: number;
  readonly closesAt: number;
}

/** How far ahead openings are looked for: two years, so that yearly ones are found. */
const horizonDays = 800;
/** Openings that follow each other without a gap count as one; more than these are always open. */
const maxChained = 400;

/** The opening that covers the instant, prolonged by those that follow without a gap; undefined while all are closed. */
export function openingAt(windows: readonly WindowRule[], instantMs: number): Opening | undefined {
  const first = coveringOpening(windows, instantMs);
  if (first === undefined) return undefined;
  let { closesAt } = first;
  for (let chained = 0; chained < maxChained; chained += 1) {
    const next = coveringOpening(windows, closesAt);
    if (next === undefined) return { ...first, closesAt };
    closesAt = next.closesAt;
  }
  return { ...first, closesAt: Number.POSITIVE_INFINITY };
}

/** The first opening that begins after the instant, prolonged likewise; undefined when there is none within two years. */
export function nextOpening(windows: readonly WindowRule[], instantMs: number): Opening | undefined {
  const found = windows.flatMap((rule) => firstAfter(rule, instantMs) ?? []);
  const [next] = found.toSorted((left, right) => left.opensAt - right.opensAt);
  return next === undefined
    ? undefined
    : { ...next, closesAt: openingAt(windows, next.opensAt)?.closesAt ?? next.closesAt };
}

/** The covering opening that closes last. */
function coveringOpening(windows: readonly WindowRule[], instantMs: number): Opening | undefined {
  const covering = windows.flatMap((rule) => {
    const today = dayOf(wallTimeAt(rule.timeZone, instantMs));
    return [today - 1, today].flatMap((day) => {
      const opening = openingOn(rule, day);
      return opening !== undefined && opening.opensAt <= instantMs && instantMs < opening.closesAt ? [opening] : [];
    });
  });
  return covering.toSorted((left, right) => right.closesAt - left.closesAt)[0];
}

function firstAfter(rule: WindowRule, instantMs: number): Opening | undefined {
  const today = dayOf(wallTimeAt(rule.timeZone, instantMs));
  for (let day = today; day <= today + horizonDays; day += 1) {
    const opening = openingOn(rule, day);
    if (opening !== undefined && opening.opensAt > instantMs) return opening;
  }
  return undefined;
}

/** The opening that begins on the day. A span that summer time swallows whole is none. */
function openingOn(rule: WindowRule, day: Day): Opening | undefined {
  if (!opensOn(rule, day)) return undefined;
  const [from, to] = [parseTimeOfDay(rule.from) ?? 0, parseTimeOfDay(rule.to) ?? 0];
  const opensAt = instantAt(rule.timeZone, startOf(day) + from);
  const closesAt = instantAt(rule.timeZone, startOf(to > from ? day : day + 1) + to);
  return closesAt > opensAt ? { name: rule.name, opensAt, closesAt } : undefined;
}

function opensOn({ recurrence, starting, dates, except }: WindowRule, day: Day): boolean {
  if (except?.some((date) => parseDay(date) === day) === true) return false;
  if (dates !== undefined) return dates.some((date) => parseDay(date) === day);
  if (recurrence === undefined) return true;
  const rule = parseRecurrence(recurrence);
  // A Monday; only rules that count from a day care, and those must say it.
  return !('problem' in rule) && occursOn(rule, parseDay(starting ?? '2024-01-01') ?? 0, day);
}
