import { describeType, objectReferences } from '../describe/index.ts';

const path = '/api/v2/routing/queues/{parentId}/wrapupcodes';

/** The wrap-up codes that a queue offers. */
export const routingQueueWrapupcodes = describeType({
  type: 'routing_queue_wrapupcodes',
  area: 'routing',
  noun: 'wrap-up codes of a queue',
  shape: { kind: 'facet', parentType: 'routing_queue', parentField: 'queue' },
  key: ['queue'],
  fields: ['queue', 'wrapupCodes'],
  lists: { wrapupCodes: { kind: 'set' } },
  references: objectReferences({ queue: 'routing_queue', 'wrapupCodes[]': 'routing_wrapupcode' }),
  api: {
    list: { path, paging: 'page', pageSize: 100, items: 'entities', whole: true, idField: 'id' },
    capability: {
      kind: 'membership',
      field: 'wrapupCodes',
      addBatch: 100,
      remove: { kind: 'each', path: `${path}/{id}` },
    },
  },
  permissions: { view: ['routing:queue:view'], add: [], edit: ['routing:queue:edit'], delete: [] },
  audit: { service: 'ContactCenter', entityType: 'Queue' },
  reversibility: { create: 'exact', update: 'exact', delete: 'exact' },
  effect: 'in-progress',
});
