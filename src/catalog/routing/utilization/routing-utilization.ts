import { describeType, idReferences, singleApi } from '../../describe/index.ts';

const labels = 'labelUtilizations';

/** How much work of each kind an agent takes at once, for the whole organisation. */
export const routingUtilization = describeType({
  type: 'routing_utilization',
  area: 'routing',
  noun: 'utilization',
  shape: { kind: 'object', single: true },
  key: [],
  fields: ['utilization', labels, 'maxInboundCalls'],
  readOnly: [`${labels}[].utilization.labelName`],
  lists: {
    'utilization.*.interruptableMediaTypes': { kind: 'set' },
    [labels]: { kind: 'keyed', by: 'label' },
    [`${labels}[].utilization.interruptingLabelIds`]: { kind: 'set' },
  },
  references: idReferences({
    [`${labels}[].label`]: 'routing_utilization_label',
    [`${labels}[].utilization.interruptingLabelIds[]`]: 'routing_utilization_label',
  }),
  api: {
    ...singleApi('/api/v2/routing/utilization', { method: 'PUT' }),
    asEntries: { [labels]: { name: 'label', value: 'utilization' } },
  },
  limits: { delete: 'deleting it only sets it back to what a new organisation has: declare those values instead' },
  permissions: {
    view: ['routing:utilization:view'],
    add: [],
    edit: ['routing:utilization:manage'],
    delete: [],
  },
  audit: { service: 'ContactCenter', entityType: 'MaxOrgRoutingUtilizationCapacity' },
  effect: 'in-progress',
});
