import { valueAt } from '../../../json/path.ts';
import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { isWritten } from '../../touched-objects.ts';

/** SB1131: a time for after-call work that is set is one that somebody can have meant: 60,000 ms, not 60. */
export const acwRange = defineCheck({
  code: 'SB1131',
  name: 'acw-range',
  severity: 'warning',
  types: ['routing_queue'],
  looksAt: '`acwSettings.timeoutMs` that the plan sets on a queue',
  parameters: {
    leastSeconds: { default: 1, meaning: 'shortest time, in seconds', least: 0 },
    mostSeconds: { default: 900, meaning: 'longest time, in seconds', least: 1 },
  },
  run: (context, { leastSeconds, mostSeconds }) =>
    findingsPerObject(context, (touched) => {
      const timeoutMs = valueAt(touched.after, ['acwSettings', 'timeoutMs']);
      if (typeof timeoutMs !== 'number' || !isWritten(touched, 'acwSettings', 'timeoutMs')) return [];
      if (timeoutMs >= leastSeconds * 1000 && timeoutMs <= mostSeconds * 1000) return [];
      return [
        `${touched.address}: after-call work takes ${timeoutMs / 1000} s; sane is ${leastSeconds} to ${mostSeconds} s.`,
      ];
    }),
});
