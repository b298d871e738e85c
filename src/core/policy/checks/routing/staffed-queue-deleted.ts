import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { membersOfQueue } from './staffed-queues.ts';

/** SB1135: a queue that people still work in is not deleted unnoticed. */
export const staffedQueueDeleted = defineCheck({
  code: 'SB1135',
  name: 'staffed-queue-deleted',
  severity: 'warning',
  protectedSeverity: 'error',
  types: ['routing_queue'],
  looksAt: 'how many members the platform counts in a queue that is deleted',
  parameters: { mostMembers: { default: 0, meaning: 'most members of a queue that may be deleted', least: 0 } },
  run: (context, { mostMembers }) =>
    findingsPerObject(context, ({ object, address, after }) => {
      const count = membersOfQueue(object);
      if (after !== undefined || count <= mostMembers) return [];
      return [`${address} has ${count} ${count === 1 ? 'member' : 'members'}.`];
    }),
});
