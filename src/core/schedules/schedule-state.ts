import { dayOf, parseWallTime, startOf } from '../calendar/day.ts';
import { occursOn, parseRecurrence } from '../calendar/recurrence.ts';
import { dayMs, isTimeZone, wallTimeAt, type WallTime } from '../calendar/zone.ts';
import type { JsonObject } from '../json/json.ts';

/** Whether a schedule covers an instant. `unknown`: it can not be told, `why` says for what reason. */
export type ScheduleState =
  | { readonly state: 'open' }
  | { readonly state: 'closed' }
  | { readonly state: 'unknown'; readonly why: string };

/** A schedule as its document says it: local `start` and `end`, which float, and an RFC 5545 `rrule` where it repeats. */
export interface ScheduleTimes {
  readonly start: string;
  readonly end: string;
  readonly rrule?: string | undefined;
}

/** The times of a schedule's document; undefined when start or end is missing. */
export function scheduleTimesOf(document: JsonObject): ScheduleTimes | undefined {
  const { start, end, rrule } = document;
  if (typeof start !== 'string' || typeof end !== 'string') return undefined;
  return { start, end, ...(typeof rrule === 'string' && rrule !== '' ? { rrule } : {}) };
}

/**
 * Whether the schedule covers the instant, where its times are read in the time zone: that of the schedule group that names
 * it. The end is excluded. An occurrence lasts as long as the first one, by the clock on the wall.
 */
export function scheduleStateAt(schedule: ScheduleTimes, timeZone: string, instantMs: number): ScheduleState {
  if (!isTimeZone(timeZone)) return { state: 'unknown', why: `there is no time zone "${timeZone}"` };
  const [start, end] = [parseWallTime(schedule.start), parseWallTime(schedule.end)];
  if (start === undefined || end === undefined)
    return { state: 'unknown', why: `"${start === undefined ? schedule.start : schedule.end}" is no local time` };
  const now = wallTimeAt(timeZone, instantMs);
  if (schedule.rrule === undefined) return { state: now >= start && now < end ? 'open' : 'closed' };
  const rule = parseRecurrence(schedule.rrule);
  if ('problem' in rule) return { state: 'unknown', why: rule.problem };
  return { state: daysThatReach(start, end, now).some((day) => occursOn(rule, dayOf(start), day)) ? 'open' : 'closed' };
}

/** The days on which an occurrence that covers the wall time would begin. */
function daysThatReach(start: WallTime, end: WallTime, now: WallTime): readonly number[] {
  const timeOfDay = start - startOf(dayOf(start));
  const length = end - start;
  const days: number[] = [];
  for (let day = dayOf(now); startOf(day) + timeOfDay + length > now - dayMs; day -= 1) {
    const begins = startOf(day) + timeOfDay;
    if (begins <= now && now < begins + length) days.push(day);
  }
  return days;
}
