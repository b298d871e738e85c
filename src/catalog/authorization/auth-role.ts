import { crudApi, describeType, objectReferences, permissionsOf } from '../describe/index.ts';

const operands = 'permissionPolicies[].resourceConditionNode.terms[].operands[]';

/** Roles. Who holds one is not part of it. */
export const authRole = describeType({
  type: 'auth_role',
  area: 'authorization',
  noun: 'role',
  key: ['name'],
  fields: ['name', 'description', 'permissions', 'permissionPolicies'],
  readOnly: ['permissionPolicies[].policyName', 'permissionPolicies[].policyDescription'],
  lists: {
    permissions: { kind: 'set' },
    permissionPolicies: { kind: 'set' },
    'permissionPolicies[].actionSet': { kind: 'set' },
    'permissionPolicies[].namedResources': { kind: 'set' },
  },
  references: objectReferences({ [`${operands}.queue`]: 'routing_queue', [`${operands}.user`]: 'user' }),
  api: crudApi({
    path: '/api/v2/authorization/roles',
    pageSize: 100,
    update: { only: ['name', 'description', 'permissions', 'permissionPolicies'] },
  }),
  permissions: permissionsOf('authorization:role'),
  audit: { service: 'PeoplePermissions', entityType: 'Role' },
});
