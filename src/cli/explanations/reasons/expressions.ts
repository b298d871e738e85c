import type { CodeReason } from './code-reason.ts';

/** Why the codes of expressions are what they are, and what they look like. */
export const expressionExplanations = {
  SB2501: {
    why: 'An expression is read before anything else happens. The mark stands under the first character that could not be.',
    example: 'where: queue.name = "VIP"\n                  ^ write == to compare',
  },
  SB2502: {
    why: 'Live objects do not all have the same fields. A field that is not there has no value to compare or to compute with.',
    example: 'where: has(queue.acwSettings.timeoutMs) && queue.acwSettings.timeoutMs > 60000',
  },
  SB2503: {
    why: 'Every evaluation has a budget of steps, so that no changeset can stop a deployment by computing.',
    example: 'resources("routing_queue").all(q, resources("routing_queue").exists(r, r.name == q.name))',
  },
  SB2506: {
    why: 'Conditions decide which objects are changed. Something that is neither true nor false decides nothing.',
    example: 'where: queue.labels.tier',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
