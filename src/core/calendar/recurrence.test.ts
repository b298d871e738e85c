import { describe, expect, it } from 'vitest';
import { parseDay } from './day.ts';
import { occursOn, parseRecurrence } from './recurrence.ts';

const day = (text: string): number => parseDay(text) ?? Number.NaN;

function datesOf(text: string, first: string, from: string, to: string): readonly string[] {
  const rule = parseRecurrence(text);
  if ('problem' in rule) throw new Error(rule.problem);
  const found: string[] = [];
  for (let at = day(from); at <= day(to); at += 1)
    if (occursOn(rule, day(first), at)) found.push(new Date(at * 86_400_000).toISOString().slice(0, 10));
  return found;
}

const rows: readonly {
  readonly rule: string;
  readonly first: string;
  readonly span: readonly [string, string];
  readonly falls: readonly string[];
}[] = [
  {
    rule: 'FREQ=DAILY;INTERVAL=3',
    first: '2026-01-01',
    span: ['2025-12-25', '2026-01-08'],
    falls: ['2026-01-01', '2026-01-04', '2026-01-07'],
  },
  {
    rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,WE',
    first: '2026-01-07',
    span: ['2026-01-01', '2026-01-15'],
    falls: ['2026-01-07', '2026-01-12', '2026-01-14'],
  },
  {
    rule: 'FREQ=WEEKLY;INTERVAL=2',
    first: '2026-01-06',
    span: ['2026-01-01', '2026-02-03'],
    falls: ['2026-01-06', '2026-01-20', '2026-02-03'],
  },
  {
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
    first: '1997-08-05',
    span: ['1997-08-01', '1997-09-05'],
    falls: ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31', '1997-09-02'],
  },
  {
    rule: 'FREQ=MONTHLY;BYDAY=2SA,-1FR',
    first: '2026-01-01',
    span: ['2026-01-01', '2026-02-28'],
    falls: ['2026-01-10', '2026-01-30', '2026-02-14', '2026-02-27'],
  },
  {
    rule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
    first: '2026-01-01',
    span: ['2026-01-01', '2026-03-31'],
    falls: ['2026-01-31', '2026-02-28', '2026-03-31'],
  },
  {
    rule: 'FREQ=MONTHLY',
    first: '2026-01-31',
    span: ['2026-01-01', '2026-05-31'],
    falls: ['2026-01-31', '2026-03-31', '2026-05-31'],
  },
  {
    rule: 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    first: '2026-01-01',
    span: ['2026-01-01', '2026-02-28'],
    falls: ['2026-01-30', '2026-02-27'],
  },
  {
    rule: 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    first: '2026-01-01',
    span: ['2026-01-01', '2026-12-31'],
    falls: ['2026-02-13', '2026-03-13', '2026-11-13'],
  },
  {
    rule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25',
    first: '2024-05-01',
    span: ['2024-01-01', '2026-12-31'],
    falls: ['2024-12-25', '2025-12-25', '2026-12-25'],
  },
  {
    rule: 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
    first: '2025-01-01',
    span: ['2025-01-01', '2026-12-31'],
    falls: ['2025-11-27', '2026-11-26'],
  },
  { rule: 'FREQ=YEARLY', first: '2024-02-29', span: ['2024-01-01', '2028-12-31'], falls: ['2024-02-29', '2028-02-29'] },
  {
    rule: 'FREQ=YEARLY;BYDAY=1MO',
    first: '2026-01-01',
    span: ['2026-01-01', '2027-12-31'],
    falls: ['2026-01-05', '2027-01-04'],
  },
  {
    rule: 'FREQ=DAILY;COUNT=2',
    first: '2026-01-01',
    span: ['2026-01-01', '2026-01-09'],
    falls: ['2026-01-01', '2026-01-02'],
  },
  {
    rule: 'RRULE:FREQ=DAILY;UNTIL=20260103T000000Z',
    first: '2026-01-02',
    span: ['2026-01-01', '2026-01-09'],
    falls: ['2026-01-02', '2026-01-03'],
  },
];

describe('a recurrence rule', () => {
  it.each(rows)('$rule falls on the days of RFC 5545', ({ rule, first, span, falls }) => {
    expect(datesOf(rule, first, ...span)).toEqual(falls);
  });

  it.each([
    ['FREQ=HOURLY', 'has no FREQ of DAILY'],
    ['FREQ=WEEKLY;BYHOUR=3', 'BYHOUR is not understood'],
    ['FREQ=WEEKLY;BYDAY=XX', 'not possible'],
    ['FREQ=DAILY;INTERVAL=0', 'not possible'],
    ['FREQ=DAILY;UNTIL=soon', 'not possible'],
  ])('%s can not be read', (text, why) => {
    expect(parseRecurrence(text)).toMatchObject({ problem: expect.stringContaining(why) as string });
  });
});
