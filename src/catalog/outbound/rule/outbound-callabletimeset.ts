import { crudApi, describeType, permissionsOf } from '../../describe/index.ts';

/** At what times of the week contacts may be called. */
export const outboundCallabletimeset = describeType({
  type: 'outbound_callabletimeset',
  area: 'outbound',
  noun: 'contactable time set',
  key: ['name'],
  fields: ['name', 'callableTimes'],
  required: ['name', 'callableTimes'],
  lists: { callableTimes: { kind: 'keyed', by: 'timeZoneId' }, 'callableTimes[].timeSlots': { kind: 'set' } },
  versioned: true,
  api: crudApi({ path: '/api/v2/outbound/callabletimesets', pageSize: 100 }),
  permissions: permissionsOf('outbound:callableTimeSet'),
  audit: { service: 'Outbound', entityType: 'CallableTimeSet' },
  effect: 'new-only',
});
