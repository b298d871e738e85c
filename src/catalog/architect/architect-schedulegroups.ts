import { crudApi, describeType, inDivision, objectReferences, permissionsOf } from '../describe/index.ts';

/** Schedule groups: when a contact centre is open, closed or on holiday, in one time zone. */
export const architectSchedulegroups = describeType({
  type: 'architect_schedulegroups',
  area: 'architect',
  noun: 'schedule group',
  key: ['name'],
  fields: ['name', 'division', 'description', 'timeZone', 'openSchedules', 'closedSchedules', 'holidaySchedules'],
  lists: { openSchedules: { kind: 'set' }, closedSchedules: { kind: 'set' }, holidaySchedules: { kind: 'set' } },
  references: [
    ...inDivision,
    ...objectReferences({
      'openSchedules[]': 'architect_schedules',
      'closedSchedules[]': 'architect_schedules',
      'holidaySchedules[]': 'architect_schedules',
    }),
  ],
  versioned: true,
  api: crudApi({ path: '/api/v2/architect/schedulegroups', pageSize: 100, goneStates: ['deleted'] }),
  permissions: permissionsOf('routing:scheduleGroup'),
  audit: { service: 'Architect', entityType: 'ScheduleGroup' },
  effect: 'new-only',
});
