import { describeType, objectReferences } from '../describe/index.ts';

const path = '/api/v2/routing/queues/{parentId}/members';

/** The users that are members of a queue by themselves, not through a group. Supervisors move them daily: observed. */
export const routingQueueMembers = describeType({
  type: 'routing_queue_members',
  area: 'routing',
  noun: 'members of a queue',
  shape: { kind: 'facet', parentType: 'routing_queue', parentField: 'queue' },
  key: ['queue'],
  fields: ['queue', 'members'],
  lists: { members: { kind: 'set' } },
  references: objectReferences({ queue: 'routing_queue', 'members[]': 'user' }),
  defaultMode: 'observe',
  api: {
    list: {
      path,
      paging: 'page',
      pageSize: 100,
      query: { memberBy: 'user' },
      items: 'entities',
      whole: true,
      idField: 'id',
    },
    capability: {
      kind: 'membership',
      field: 'members',
      addBatch: 100,
      remove: { kind: 'batch', path: `${path}?delete=true` },
    },
  },
  permissions: { view: ['routing:queue:view'], add: [], edit: ['routing:queueMember:manage'], delete: [] },
  audit: { service: 'ContactCenter', entityType: 'Queue' },
  reversibility: { create: 'exact', update: 'exact', delete: 'exact' },
  effect: 'in-progress',
});
