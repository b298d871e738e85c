import { dayMs, type WallTime } from './zone.ts';

/** A date of the Gregorian calendar, as the number of days since 1970-01-01. */
export type Day = number;

/** Days of the week as RFC 5545 writes them, Sunday first. */
export const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** Year, month (1–12) and day of the month of a day. */
export interface DateFields {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The day in which a wall time lies. */
export function dayOf(wall: WallTime): Day {
  return Math.floor(wall / dayMs);
}

/** Midnight at the beginning of the day. */
export function startOf(day: Day): WallTime {
  return day * dayMs;
}

/** Index into `weekdays`. */
export function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The day's place in the calendar. */
export function fieldsOf(day: Day): DateFields {
  const date = new Date(startOf(day));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

/** The day with these fields; a month below 1 or above 12 counts into other years. */
export function dayAt(year: number, month: number, date: number): Day {
  return Math.floor(Date.UTC(year, month - 1, date) / dayMs);
}

/** The day that a text such as `2026-12-25` names, or undefined when there is no such date. */
export function parseDay(text: string): Day | undefined {
  const match = /^(?<year>\d{4})-(?<month>\d{2})-(?<date>\d{2})$/u.exec(text)?.groups;
  if (match === undefined) return undefined;
  const [year, month, date] = [Number(match['year']), Number(match['month']), Number(match['date'])];
  const day = dayAt(year, month, date);
  const found = fieldsOf(day);
  return found.year === year && found.month === month && found.date === date ? day : undefined;
}

/** The wall time that a text such as `2026-01-05T08:00:00.000` or `2026-01-05` names, or undefined. */
export function parseWallTime(text: string): WallTime | undefined {
  const match = /^(?<day>\d{4}-\d{2}-\d{2})(?:T(?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?))?$/u.exec(text)?.groups;
  const day = parseDay(match?.['day'] ?? '');
  if (match === undefined || day === undefined) return undefined;
  const time = match['time'] === undefined ? 0 : parseTimeOfDay(match['time']);
  return time === undefined ? undefined : startOf(day) + time;
}

/** Milliseconds since midnight that a text such as `20:30` or `08:00:00.000` names, `24:00` included, or undefined. */
export function parseTimeOfDay(text: string): number | undefined {
  const match = /^(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}(?:\.\d{1,6})?))?$/u.exec(text)?.groups;
  if (match === undefined) return undefined;
  const [hour, minute, second] = [Number(match['hour']), Number(match['minute']), Number(match['second'] ?? '0')];
  const time = (hour * 60 + minute) * 60_000 + Math.floor(second * 1000);
  return minute < 60 && second < 60 && time <= dayMs ? time : undefined;
}
