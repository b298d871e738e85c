import { crudApi, describeType, inDivision, objectReferences, permissionsOf } from '../describe/index.ts';

/** Call routes: which flow answers which numbers when the centre is open, closed or on holiday. */
export const architectIvr = describeType({
  type: 'architect_ivr',
  area: 'architect',
  noun: 'call route',
  key: ['name'],
  fields: [
    'name',
    'division',
    'description',
    'dnis',
    'openHoursFlow',
    'closedHoursFlow',
    'holidayHoursFlow',
    'scheduleGroup',
  ],
  lists: { dnis: { kind: 'set' } },
  references: [
    ...inDivision,
    ...objectReferences({
      openHoursFlow: 'flow',
      closedHoursFlow: 'flow',
      holidayHoursFlow: 'flow',
      scheduleGroup: 'architect_schedulegroups',
    }),
  ],
  versioned: true,
  api: crudApi({ path: '/api/v2/architect/ivrs', pageSize: 100, goneStates: ['deleted'] }),
  permissions: permissionsOf('routing:callRoute'),
  audit: { service: 'Architect', entityType: 'IVR' },
  effect: 'new-only',
});
