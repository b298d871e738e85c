import { crudApi, describeType, inDivision, permissionsOf } from '../describe/index.ts';

/** Schedules: a span of local time and how it repeats. Start and end have no time zone; a schedule group has one. */
export const architectSchedules = describeType({
  type: 'architect_schedules',
  area: 'architect',
  noun: 'schedule',
  key: ['name'],
  fields: ['name', 'division', 'description', 'start', 'end', 'rrule'],
  required: ['name', 'start', 'end'],
  references: inDivision,
  versioned: true,
  api: crudApi({ path: '/api/v2/architect/schedules', pageSize: 100, goneStates: ['deleted'] }),
  permissions: permissionsOf('routing:schedule'),
  audit: { service: 'Architect', entityType: 'Schedule' },
  effect: 'new-only',
});
