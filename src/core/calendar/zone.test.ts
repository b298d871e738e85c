import { describe, expect, it } from 'vitest';
import { parseWallTime } from './day.ts';
import { instantAt, isTimeZone, wallTimeAt } from './zone.ts';

const wall = (text: string): number => parseWallTime(text) ?? Number.NaN;
const rows: readonly { readonly name: string; readonly zone: string; readonly at: string; readonly shows: string }[] = [
  { name: 'winter', zone: 'Europe/Dublin', at: '2026-01-05T08:00:00Z', shows: '2026-01-05T08:00' },
  { name: 'summer', zone: 'Europe/Dublin', at: '2026-07-05T08:00:00Z', shows: '2026-07-05T09:00' },
  { name: 'half hours', zone: 'Asia/Kolkata', at: '2026-01-05T20:00:00Z', shows: '2026-01-06T01:30' },
  { name: 'a day ahead', zone: 'Pacific/Apia', at: '2026-01-05T12:00:00Z', shows: '2026-01-06T01:00' },
  { name: 'midnight', zone: 'Etc/UTC', at: '2026-01-05T00:00:00Z', shows: '2026-01-05T00:00' },
];

describe('a time zone', () => {
  it.each(rows)('shows the local time: $name', ({ zone, at, shows }) => {
    expect(wallTimeAt(zone, Date.parse(at))).toBe(wall(shows));
    expect(instantAt(zone, wall(shows))).toBe(Date.parse(at));
  });

  it('takes the first of two instants when clocks go back', () => {
    expect(instantAt('Europe/Berlin', wall('2026-10-25T02:30'))).toBe(Date.parse('2026-10-25T00:30:00Z'));
  });

  it('goes on by the old offset where clocks go forward', () => {
    expect(instantAt('Europe/Berlin', wall('2026-03-29T02:30'))).toBe(Date.parse('2026-03-29T01:30:00Z'));
  });

  it('is known by its name', () => {
    expect([isTimeZone('America/New_York'), isTimeZone('Mars/Olympus')]).toEqual([true, false]);
  });
});
