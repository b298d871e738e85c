import { crudApi, describeType, inDivision, permissionsOf } from '../describe/index.ts';

/** Wrap-up codes. Which queues offer one is a facet of the queue. */
export const routingWrapupcode = describeType({
  type: 'routing_wrapupcode',
  area: 'routing',
  noun: 'wrap-up code',
  key: ['name'],
  fields: ['name', 'division', 'description'],
  references: inDivision,
  api: crudApi({ path: '/api/v2/routing/wrapupcodes', pageSize: 100, list: { byIds: { query: 'id', most: 50 } } }),
  permissions: permissionsOf('routing:wrapupCode'),
  audit: { service: 'ContactCenter', entityType: 'WrapupCode' },
  effect: 'in-progress',
});
