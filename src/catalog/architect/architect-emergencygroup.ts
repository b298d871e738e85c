import { crudApi, describeType, inDivision, objectReferences, permissionsOf } from '../describe/index.ts';

/** Emergency groups: which flow answers which call routes while the group is switched on. */
export const architectEmergencygroup = describeType({
  type: 'architect_emergencygroup',
  area: 'architect',
  noun: 'emergency group',
  key: ['name'],
  fields: ['name', 'division', 'description', 'enabled', 'emergencyCallFlows'],
  lists: { emergencyCallFlows: { kind: 'set' }, 'emergencyCallFlows[].ivrs': { kind: 'set' } },
  defaults: { enabled: false },
  references: [
    ...inDivision,
    ...objectReferences({
      'emergencyCallFlows[].emergencyFlow': 'flow',
      'emergencyCallFlows[].ivrs[]': 'architect_ivr',
    }),
  ],
  versioned: true,
  api: crudApi({ path: '/api/v2/architect/emergencygroups', pageSize: 100, goneStates: ['deleted'] }),
  permissions: permissionsOf('routing:emergencyGroup'),
  audit: { service: 'Architect', entityType: 'EmergencyGroup' },
  effect: 'new-only',
});
