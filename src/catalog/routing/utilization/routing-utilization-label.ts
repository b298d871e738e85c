import { crudApi, describeType } from '../../describe/index.ts';

/** Labels by which kinds of work share the capacity of an agent. */
export const routingUtilizationLabel = describeType({
  type: 'routing_utilization_label',
  area: 'routing',
  noun: 'utilization label',
  key: ['name'],
  fields: ['name'],
  api: crudApi({ path: '/api/v2/routing/utilization/labels', pageSize: 100 }),
  permissions: {
    view: ['routing:utilization:view'],
    add: ['routing:utilization:manage'],
    edit: ['routing:utilization:manage'],
    delete: ['routing:utilization:manage'],
  },
  audit: { service: 'ContactCenter', entityType: 'RoutingUtilizationTag' },
  effect: 'in-progress',
});
