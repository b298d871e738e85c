import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { isWritten } from '../../touched-objects.ts';

/** SB1133: a queue that is made, or loses its in-queue flow, has one. */
export const queueWithoutFlow = defineCheck({
  code: 'SB1133',
  name: 'queue-without-flow',
  severity: 'info',
  types: ['routing_queue'],
  looksAt: '`queueFlow` of queues that are made or lose it',
  run: (context) =>
    findingsPerObject(context, (touched) => {
      const { address, before, after } = touched;
      const isEmpty = after !== undefined && (after['queueFlow'] ?? null) === null;
      const isTouched = before === undefined || isWritten(touched, 'queueFlow');
      return isEmpty && isTouched ? [`${address} has no in-queue flow for calls.`] : [];
    }),
});
