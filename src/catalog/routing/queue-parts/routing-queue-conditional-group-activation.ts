import { memberGroupReferences, objectReferences } from '../../describe/index.ts';
import { queuePart } from './queue-part.ts';

const field = 'conditionalGroupActivation';

/** Groups that help a queue out while conditions hold. */
export const routingQueueConditionalGroupActivation = queuePart({
  type: 'routing_queue_conditional_group_activation',
  noun: 'conditional group activation of a queue',
  field,
  lists: { [`${field}.rules[].groups`]: { kind: 'set' } },
  references: [
    ...objectReferences({
      [`${field}.pilotRule.conditions[].simpleMetric.queue`]: 'routing_queue',
      [`${field}.rules[].conditions[].simpleMetric.queue`]: 'routing_queue',
    }),
    ...memberGroupReferences([`${field}.rules[].groups[]`]),
  ],
});
