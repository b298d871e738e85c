import { describe, expect, it } from 'vitest';
import { scheduleGroupStateAt, type NamedSchedule } from './group-state.ts';
import { scheduleStateAt, scheduleTimesOf, type ScheduleTimes } from './schedule-state.ts';

const office: ScheduleTimes = {
  start: '2026-01-05T08:00:00.000',
  end: '2026-01-05T18:00:00.000',
  rrule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR',
};
const night: ScheduleTimes = { start: '2026-01-05T22:00:00.000', end: '2026-01-06T06:00:00.000', rrule: 'FREQ=DAILY' };
const once: ScheduleTimes = { start: '2026-12-24T12:00:00.000', end: '2026-12-27T00:00:00.000' };

const rows: readonly {
  readonly name: string;
  readonly times: ScheduleTimes;
  readonly zone: string;
  readonly at: string;
  readonly state: string;
}[] = [
  { name: 'the first minute', times: office, zone: 'Europe/Dublin', at: '2026-02-02T08:00:00Z', state: 'open' },
  { name: 'before it opens', times: office, zone: 'Europe/Dublin', at: '2026-02-02T07:59:59Z', state: 'closed' },
  { name: 'the end is excluded', times: office, zone: 'Europe/Dublin', at: '2026-02-02T18:00:00Z', state: 'closed' },
  { name: 'summer time', times: office, zone: 'Europe/Dublin', at: '2026-07-06T07:00:00Z', state: 'open' },
  { name: 'the weekend', times: office, zone: 'Europe/Dublin', at: '2026-02-07T12:00:00Z', state: 'closed' },
  { name: 'before its first day', times: office, zone: 'Europe/Dublin', at: '2026-01-02T12:00:00Z', state: 'closed' },
  { name: 'Monday already, far east', times: office, zone: 'Pacific/Apia', at: '2026-02-01T20:00:00Z', state: 'open' },
  { name: 'past midnight', times: night, zone: 'Europe/Berlin', at: '2026-03-10T04:59:00Z', state: 'open' },
  { name: 'by day', times: night, zone: 'Europe/Berlin', at: '2026-03-10T12:00:00Z', state: 'closed' },
  { name: 'over the missing hour', times: night, zone: 'Europe/Berlin', at: '2026-03-29T03:30:00Z', state: 'open' },
  { name: 'after the missing hour', times: night, zone: 'Europe/Berlin', at: '2026-03-29T04:00:00Z', state: 'closed' },
  { name: 'several days', times: once, zone: 'Etc/UTC', at: '2026-12-26T23:00:00Z', state: 'open' },
  { name: 'only once', times: once, zone: 'Etc/UTC', at: '2027-12-25T23:00:00Z', state: 'closed' },
  {
    name: 'a rule nobody understands',
    times: { ...office, rrule: 'FREQ=SECONDLY' },
    zone: 'Etc/UTC',
    at: '2026-02-02T08:00:00Z',
    state: 'unknown',
  },
  { name: 'no such zone', times: office, zone: 'Mars/Olympus', at: '2026-02-02T08:00:00Z', state: 'unknown' },
];

describe('a schedule', () => {
  it.each(rows)('$name: $state', ({ times, zone, at, state }) => {
    expect(scheduleStateAt(times, zone, Date.parse(at))).toMatchObject({ state });
  });

  it('is read from its document', () => {
    expect(scheduleTimesOf({ name: 'Office', ...office, rrule: office.rrule ?? '' })).toEqual(office);
    expect(scheduleTimesOf({ name: 'Broken' })).toBeUndefined();
  });
});

describe('a schedule group', () => {
  const named = (name: string, times: ScheduleTimes | undefined): NamedSchedule => ({ name, times });
  const group = {
    timeZone: 'Europe/Brussels',
    open: [named('Office', office)],
    closed: [named('Lunch', { start: '2026-01-05T12:00', end: '2026-01-05T13:00', rrule: 'FREQ=DAILY' })],
    holiday: [named('Christmas', { start: '2026-12-25', end: '2026-12-26', rrule: 'FREQ=YEARLY' })],
  };

  it.each([
    ['2026-02-02T09:00:00Z', 'open', 'Office'],
    ['2026-02-02T11:30:00Z', 'closed', 'Lunch'],
    ['2026-12-25T09:00:00Z', 'holiday', 'Christmas'],
    ['2026-02-02T23:00:00Z', 'closed', undefined],
  ])('at %s is %s', (at, state, by) => {
    expect(scheduleGroupStateAt(group, Date.parse(at))).toEqual({
      state,
      unknown: [],
      ...(by === undefined ? {} : { by }),
    });
  });

  it('says which schedules it could not tell', () => {
    const broken = { ...group, holiday: [named('Lost', undefined)] };
    expect(scheduleGroupStateAt(broken, Date.parse('2026-02-02T09:00:00Z'))).toEqual({
      state: 'open',
      by: 'Office',
      unknown: ['Lost: it could not be read'],
    });
  });
});
