import { crudApi, describeType, inDivision, permissionsOf } from '../describe/index.ts';

/** Work teams without their members, whom supervisors move. */
export const team = describeType({
  type: 'team',
  area: 'groups',
  noun: 'team',
  key: ['name'],
  fields: ['name', 'division', 'description'],
  references: inDivision,
  api: crudApi({
    path: '/api/v2/teams',
    pageSize: 100,
    list: { paging: 'cursor' },
    update: { method: 'PATCH', only: ['name', 'division', 'description'] },
  }),
  knownLimits: ['Who is in a team is left as it is.'],
  permissions: permissionsOf('groups:team'),
  audit: { service: 'Groups', entityType: 'Team' },
  effect: 'new-only',
});
