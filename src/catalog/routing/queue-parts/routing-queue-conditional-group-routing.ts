import { memberGroupReferences, objectReferences } from '../../describe/index.ts';
import { queuePart } from './queue-part.ts';

const field = 'conditionalGroupRouting';

/** Groups that a queue turns to one after the other when it gets too full. */
export const routingQueueConditionalGroupRouting = queuePart({
  type: 'routing_queue_conditional_group_routing',
  noun: 'conditional group routing of a queue',
  field,
  lists: { [`${field}.rules[].groups`]: { kind: 'set' } },
  references: [
    ...objectReferences({ [`${field}.rules[].queue`]: 'routing_queue' }),
    ...memberGroupReferences([`${field}.rules[].groups[]`]),
  ],
});
