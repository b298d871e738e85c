import type { Context } from '../context.ts';
import { pageOf } from '../entity/listing.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import type { JsonObject } from '../kernel/values.ts';

/** The date, the time zones of the IANA list, and the address ranges of the platform. */
export const utilityRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v2/date',
    permissions: { none: true },
    handle: (context) => ({ status: 200, body: { currentDate: isoDate(context.now) } }),
  },
  {
    method: 'GET',
    path: '/api/v2/timezones',
    permissions: { none: true },
    handle: (context) => ({ status: 200, body: timeZones(context) }),
  },
  {
    method: 'GET',
    path: '/api/v2/ipranges',
    permissions: { none: true },
    handle: (context) => ({ status: 200, body: { entities: ipRanges(context.organisation.region) } }),
  },
];

function timeZones(context: Context): JsonObject {
  const present = (id: string): JsonObject => timeZone(id, context.now);
  return pageOf(context, Intl.supportedValuesOf('timeZone'), { maxPageSize: 500, present });
}

/** `offset` is in seconds east of UTC at the time of the request. */
function timeZone(id: string, now: number): JsonObject {
  const parts = (style: 'longOffset' | 'longGeneric'): string => {
    const format = new Intl.DateTimeFormat('en', { timeZone: id, timeZoneName: style });
    return format.formatToParts(now).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  };
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(parts('longOffset')) ?? [];
  const seconds = hours === undefined ? 0 : (Number(hours) * 60 + Number(minutes)) * 60;
  const offset = sign === '-' ? -seconds : seconds;
  return { id, name: parts('longGeneric'), offset, canonicalId: id, selfUri: `/api/v2/timezones/${id}` };
}

/** Ranges reserved for documentation: nothing here must ever be opened in a firewall. */
function ipRanges(region: string): readonly JsonObject[] {
  return ['192.0.2.0/24', '198.51.100.0/24'].map((cidr, index) => ({
    cidr,
    service: index === 0 ? 'data-actions' : 'audiohook',
    region,
    direction: 'outbound',
  }));
}
