import { crudApi, describeType, inDivision, permissionsOf } from '../describe/index.ts';

/** Milestones: points that a flow reports having passed. */
export const flowMilestone = describeType({
  type: 'flow_milestone',
  area: 'architect',
  noun: 'flow milestone',
  key: ['name'],
  fields: ['name', 'division', 'description'],
  references: inDivision,
  api: crudApi({ path: '/api/v2/flows/milestones', pageSize: 100 }),
  permissions: permissionsOf('architect:flowMilestone'),
  audit: { service: 'Architect', entityType: 'FlowMilestone' },
  effect: 'in-progress',
});
