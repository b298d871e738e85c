/**
 * A local date and time without a zone, as the milliseconds since the epoch that it would be in UTC. Only differences and
 * comparisons between wall times mean something.
 */
export type WallTime = number;

/** Milliseconds of a day of 24 hours. */
export const dayMs = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** True for a name of the IANA time-zone database that this runtime knows, such as `Europe/Dublin`. */
export function isTimeZone(name: string): boolean {
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

/** What clocks on the wall show in the zone at the instant. Milliseconds are kept. Precondition: the zone is known. */
export function wallTimeAt(timeZone: string, instantMs: number): WallTime {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instantMs)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const milliseconds = ((instantMs % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second) + milliseconds;
}

/**
 * The instant at which clocks in the zone show the wall time. Of two (clocks go back) the first; where there is none
 * (clocks go forward) the instant as far after the change as the wall time is (RFC 5545 section 3.3.5).
 */
export function instantAt(timeZone: string, wall: WallTime): number {
  const before = wallTimeAt(timeZone, wall - dayMs) - (wall - dayMs);
  const after = wallTimeAt(timeZone, wall + dayMs) - (wall + dayMs);
  const candidates = [wall - before, wall - after].toSorted((left, right) => left - right);
  return candidates.find((instant) => wallTimeAt(timeZone, instant) === wall) ?? wall - before;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}
