import { crudApi, describeType, inDivision, permissionsOf } from '../describe/index.ts';

/** Libraries of canned responses. A new one can stay unknown to the responses for a while. */
export const responsemanagementLibrary = describeType({
  type: 'responsemanagement_library',
  area: 'response-management',
  noun: 'response library',
  key: ['name'],
  fields: ['name', 'division', 'responseType'],
  references: inDivision,
  versioned: true,
  api: crudApi({ path: '/api/v2/responsemanagement/libraries', pageSize: 100 }),
  permissions: permissionsOf('responses:library'),
  audit: { service: 'ResponseManagement', entityType: 'ResponseLibrary' },
  visibilityLagMs: 30_000,
  effect: 'in-progress',
});
