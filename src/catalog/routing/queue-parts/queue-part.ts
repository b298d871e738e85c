import type { ReferenceRule, ResourceDescriptor } from '../../../core/resource/index.ts';
import { describeType, objectReferences } from '../../describe/index.ts';

/** A field of queues that the official Terraform provider knows as a type of its own. */
export interface QueuePart {
  readonly type: string;
  readonly noun: string;
  readonly field: string;
  readonly references: readonly ReferenceRule[];
  readonly lists?: ResourceDescriptor['lists'];
}

/** That field as a type: it can be looked at, but it is declared with its queue. */
export function queuePart({ type, noun, field, references, lists = {} }: QueuePart): ResourceDescriptor {
  const reason = `it is part of its queue: declare \`${field}\` of the \`routing_queue\` instead`;
  return describeType({
    type,
    area: 'routing',
    noun,
    level: 'C',
    shape: { kind: 'facet', parentType: 'routing_queue', parentField: 'queue' },
    key: ['queue'],
    fields: ['queue', field],
    lists,
    references: [...objectReferences({ queue: 'routing_queue' }), ...references],
    defaultMode: 'reference',
    api: {
      list: {
        path: '/api/v2/routing/queues/{parentId}',
        paging: 'none',
        pageSize: 1,
        items: '',
        whole: true,
        idField: 'id',
      },
      capability: { kind: 'crud' },
    },
    limits: { create: reason, update: reason, delete: reason },
    permissions: { view: ['routing:queue:view'], add: [], edit: [], delete: [] },
    audit: { service: 'ContactCenter', entityType: 'Queue' },
    reversibility: { create: 'irreversible', update: 'irreversible', delete: 'irreversible' },
    effect: 'in-progress',
  });
}
