import { dayAt, fieldsOf, parseDay, weekdayOf, weekdays, type Day } from './day.ts';

/** A day of the week, and which one of the month or year: `{ weekday: 6, nth: -1 }` is the last Saturday. */
export interface NthWeekday {
  /** Index into `weekdays`. */
  readonly weekday: number;
  /** Counts from 1, or from the end when negative; 0 for every one. */
  readonly nth: number;
}

/** A recurrence rule by whole days: the part of RFC 5545 that schedules of contact centres use. */
export interface Recurrence {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly byDay: readonly NthWeekday[];
  readonly byMonthDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPosition: readonly number[];
  /** How many occurrences there are in all. */
  readonly count?: number | undefined;
  /** Last day on which one may begin. */
  readonly until?: Day | undefined;
  /** First day of the week, index into `weekdays`. */
  readonly weekStart: number;
}

/** A rule that can not be read, and why in one sentence. */
export interface UnreadableRule {
  readonly problem: string;
}

const supported = 'FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, COUNT, UNTIL and WKST';
const parts: ReadonlySet<string> = new Set(supported.split(/, | and /u));
const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

/**
 * The rule that a text such as `FREQ=WEEKLY;BYDAY=MO,TU` says, or why it can not be read. Parts that would change what it
 * means and are not understood (BYHOUR, BYWEEKNO…) make it unreadable.
 */
export function parseRecurrence(text: string): Recurrence | UnreadableRule {
  const given = new Map<string, string>();
  for (const part of text.replace(/^RRULE:/iu, '').split(';')) {
    if (part.trim() === '') continue;
    const [name = '', value = ''] = part.split('=');
    given.set(name.trim().toUpperCase(), value.trim().toUpperCase());
  }
  const stranger = [...given.keys()].find((name) => !parts.has(name));
  if (stranger !== undefined) return { problem: `${stranger} is not understood in "${text}"; known are ${supported}` };
  const frequency = frequencies.find((name) => name === given.get('FREQ'));
  if (frequency === undefined) return { problem: `"${text}" has no FREQ of ${frequencies.join(', ')}` };
  return checked(text, given, frequency);
}

function checked(
  text: string,
  given: ReadonlyMap<string, string>,
  frequency: Recurrence['frequency'],
): Recurrence | UnreadableRule {
  const until = given.has('UNTIL') ? untilOf(given.get('UNTIL') ?? '') : undefined;
  const count = given.has('COUNT') ? Number(given.get('COUNT')) : undefined;
  const rule: Recurrence = {
    frequency,
    interval: Number(given.get('INTERVAL') ?? '1'),
    byDay: listOf(given.get('BYDAY')).map(nthWeekdayOf),
    byMonthDay: listOf(given.get('BYMONTHDAY')).map(Number),
    byMonth: listOf(given.get('BYMONTH')).map(Number),
    bySetPosition: listOf(given.get('BYSETPOS')).map(Number),
    ...(count === undefined ? {} : { count }),
    ...(until === undefined ? {} : { until }),
    weekStart: weekdays.findIndex((name) => name === (given.get('WKST') ?? 'MO')),
  };
  const numbers = [rule.interval, count ?? 1, ...rule.byMonthDay, ...rule.byMonth, ...rule.bySetPosition];
  const isSound =
    numbers.every((number) => Number.isInteger(number) && number !== 0) &&
    rule.interval > 0 &&
    (count ?? 1) > 0 &&
    rule.weekStart >= 0 &&
    (until !== undefined || !given.has('UNTIL')) &&
    rule.byDay.every(({ weekday, nth }) => weekday >= 0 && Number.isInteger(nth));
  return isSound ? rule : { problem: `"${text}" has a value that is not possible` };
}

function listOf(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : value.split(',');
}

function nthWeekdayOf(text: string): NthWeekday {
  const match = /^(?<nth>[+-]?\d{1,2})?(?<name>[A-Z]{2})$/u.exec(text)?.groups;
  return {
    weekday: weekdays.findIndex((name) => name === match?.['name']),
    nth: Number(match?.['nth'] ?? '0'),
  };
}

function untilOf(text: string): Day | undefined {
  const match = /^(?<year>\d{4})(?<month>\d{2})(?<date>\d{2})/u.exec(text)?.groups;
  return match === undefined ? undefined : parseDay(`${match['year']}-${match['month']}-${match['date']}`);
}

/** Whether an occurrence of the rule begins on the day, for something that began first on `first`. */
export function occursOn(rule: Recurrence, first: Day, day: Day): boolean {
  if (day < first || (rule.until !== undefined && day > rule.until)) return false;
  const period = periodOf(rule, first, day);
  if (period % rule.interval !== 0 || !daysOfPeriod(rule, first, period).includes(day)) return false;
  return rule.count === undefined || countUpTo(rule, first, day) <= rule.count;
}

/** How many periods (days, weeks, months, years) the day is behind the first one. */
function periodOf(rule: Recurrence, first: Day, day: Day): number {
  const [from, to] = [fieldsOf(first), fieldsOf(day)];
  switch (rule.frequency) {
    case 'DAILY':
      return day - first;
    case 'WEEKLY':
      return (weekOf(rule, day) - weekOf(rule, first)) / 7;
    case 'MONTHLY':
      return (to.year - from.year) * 12 + to.month - from.month;
    case 'YEARLY':
      return to.year - from.year;
    default:
      return rule.frequency satisfies never;
  }
}

function weekOf({ weekStart }: Recurrence, day: Day): Day {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}

/** All days of a period on which the rule falls, in order. */
function daysOfPeriod(rule: Recurrence, first: Day, period: number): readonly Day[] {
  const days = candidates(rule, first, period);
  if (rule.bySetPosition.length === 0) return days;
  const chosen = rule.bySetPosition.flatMap((position) => days.at(position > 0 ? position - 1 : position) ?? []);
  return [...new Set(chosen)].toSorted((left, right) => left - right);
}

function candidates(rule: Recurrence, first: Day, period: number): readonly Day[] {
  const start = fieldsOf(first);
  switch (rule.frequency) {
    case 'DAILY':
      return [first + period].filter((day) => fits(rule, day, rule.byDay));
    case 'WEEKLY': {
      const byDay = rule.byDay.length > 0 ? rule.byDay : [{ weekday: weekdayOf(first), nth: 0 }];
      return range(weekOf(rule, first) + period * 7, 7).filter((day) => fits(rule, day, byDay));
    }
    case 'MONTHLY':
      return daysWithin(rule, monthSpan(start.year, start.month + period), { date: start.date });
    case 'YEARLY':
      return daysOfYear(rule, start.year + period, start);
    default:
      return rule.frequency satisfies never;
  }
}

function daysOfYear(
  rule: Recurrence,
  year: number,
  start: { readonly month: number; readonly date: number },
): readonly Day[] {
  if (rule.byMonth.length > 0) {
    const months = rule.byMonth.toSorted((left, right) => left - right);
    return months.flatMap((month) => daysWithin(rule, monthSpan(year, month), start));
  }
  if (rule.byMonthDay.length > 0)
    return range(1, 12).flatMap((month) => daysWithin(rule, monthSpan(year, month), start));
  if (rule.byDay.length > 0) return daysWithin(rule, { from: dayAt(year, 1, 1), to: dayAt(year + 1, 1, 1) }, start);
  return daysWithin(rule, monthSpan(year, start.month), start);
}

interface Span {
  readonly from: Day;
  /** Excluded. */
  readonly to: Day;
}

function monthSpan(year: number, month: number): Span {
  return { from: dayAt(year, month, 1), to: dayAt(year, month + 1, 1) };
}

/** The days of a month or a year that fit; ordinals of weekdays count within the span. */
function daysWithin(rule: Recurrence, span: Span, start: { readonly date: number }): readonly Day[] {
  const plain = rule.byDay.length === 0 && rule.byMonthDay.length === 0;
  return range(span.from, span.to - span.from).filter((day) => {
    if (plain) return fieldsOf(day).date === start.date && fits(rule, day, []);
    const isDay = rule.byDay.length === 0 || rule.byDay.some((wanted) => isNth(wanted, span, day));
    return isDay && fits(rule, day, []);
  });
}

function isNth({ weekday, nth }: NthWeekday, span: Span, day: Day): boolean {
  if (weekdayOf(day) !== weekday) return false;
  if (nth === 0) return true;
  return nth > 0 ? Math.floor((day - span.from) / 7) + 1 === nth : -Math.floor((span.to - 1 - day) / 7) - 1 === nth;
}

/** Whether months, days of the month and weekdays (without ordinals) of the rule allow the day. */
function fits(rule: Recurrence, day: Day, byDay: readonly NthWeekday[]): boolean {
  const { year, month, date } = fieldsOf(day);
  const length = dayAt(year, month + 1, 1) - dayAt(year, month, 1);
  return (
    (rule.byMonth.length === 0 || rule.byMonth.includes(month)) &&
    (rule.byMonthDay.length === 0 ||
      rule.byMonthDay.some((wanted) => wanted === date || wanted + length + 1 === date)) &&
    (byDay.length === 0 || byDay.some(({ weekday }) => weekday === weekdayOf(day)))
  );
}

/** The number of occurrences from the first day to this one, both included. */
function countUpTo(rule: Recurrence, first: Day, day: Day): number {
  let count = 0;
  const last = periodOf(rule, first, day);
  for (let period = 0; period <= last; period += rule.interval) {
    count += daysOfPeriod(rule, first, period).filter((other) => other >= first && other <= day).length;
    if (count > (rule.count ?? count)) break;
  }
  return count;
}

function range(from: number, length: number): readonly number[] {
  return Array.from({ length }, (_, index) => from + index);
}
