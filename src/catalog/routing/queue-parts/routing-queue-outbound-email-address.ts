import { objectReferences } from '../../describe/index.ts';
import { queuePart } from './queue-part.ts';

const field = 'outboundEmailAddress';

/** The address that agents of a queue write mail from. */
export const routingQueueOutboundEmailAddress = queuePart({
  type: 'routing_queue_outbound_email_address',
  noun: 'outbound e-mail address of a queue',
  field,
  references: objectReferences({
    [`${field}.domain`]: 'routing_email_domain',
    [`${field}.route`]: 'routing_email_route',
  }),
});
