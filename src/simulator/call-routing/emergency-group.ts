import type { EntityType } from '../entity/entity-type.ts';
import { architectObject, callRoutingPermissions } from './architect-object.ts';

const permissions = callRoutingPermissions('emergencyGroup');

/** Emergency groups; deleted ones stay listed, and an IVR that is in one cannot be deleted (400). */
export const emergencyGroupType: EntityType = {
  ...architectObject,
  name: 'architect_emergencygroup',
  label: 'emergency group',
  path: '/api/v2/architect/emergencygroups',
  idParameter: 'emergencyGroupId',
  list: { permissions: permissions.view, maxPageSize: 100, name: 'wildcard' },
  get: { permissions: permissions.view },
  create: { permissions: permissions.add, model: 'EmergencyGroup' },
  update: { method: 'PUT', permissions: permissions.edit, model: 'EmergencyGroup' },
  delete: { permissions: permissions.delete },
  softDelete: 'listed',
  references: [
    { path: 'division.id', type: 'auth_division', blocksDelete: 400 },
    { path: 'emergencyCallFlows[].emergencyFlow.id', type: 'flow', blocksDelete: 409 },
    { path: 'emergencyCallFlows[].ivrs[].id', type: 'architect_ivr', blocksDelete: 400 },
  ],
  defaults: () => ({ enabled: false, emergencyCallFlows: [] }),
  audit: { service: 'Architect', entityType: 'EmergencyGroup' },
};
