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
  SB2504: {
    why: 'Reading an expression costs time and memory before any budget of steps applies. A bound on its length and depth keeps that small.',
    example: '- let: { name: limit, value: "${env.values.limit * 2}" }',
  },
  SB2505: {
    why: 'Values become JSON, and inside a text they become text. A list between two words, or an instant in a field, has no form that the platform would take.',
    example: 'description: "Answers ${queue.skills}"\ndescription: "Answers ${queue.skills.size()} skills"',
  },
  SB2506: {
    why: 'Conditions decide which objects are changed. Something that is neither true nor false decides nothing.',
    example: 'where: queue.labels.tier',
  },
  SB2507: {
    why: 'A misspelt name would otherwise be found only when the expression is evaluated, and some are evaluated after the deployment only.',
    example: 'where: quue.name == "Billing"\nnothing is called quue; known here: env, inputs, queue, …',
  },
} as const satisfies Readonly<Record<string, CodeReason>>;
