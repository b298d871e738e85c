import { isJsonObject } from '../../../json/json.ts';
import { valueAt } from '../../../json/path.ts';
import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { isWritten } from '../../touched-objects.ts';

/** Media that people answer when they get to it. */
const deferred: readonly string[] = ['email', 'message'];

/** SB1130: a service level that is set is one that somebody can have meant: 0.8 within 20,000 ms, not 80 within 20. */
export const serviceLevelRange = defineCheck({
  code: 'SB1130',
  name: 'service-level-range',
  severity: 'warning',
  types: ['routing_queue'],
  looksAt: '`serviceLevel` of every medium that the plan sets on a queue',
  parameters: {
    leastPercent: { default: 50, meaning: 'least part of interactions, in percent', least: 0, most: 100 },
    mostPercent: { default: 100, meaning: 'greatest part of interactions, in percent', least: 0, most: 100 },
    leastSeconds: { default: 5, meaning: 'shortest time, in seconds', least: 0 },
    mostSeconds: { default: 600, meaning: 'longest time for calls, callbacks and chats, in seconds', least: 1 },
    mostDeferredSeconds: { default: 259_200, meaning: 'longest time for e-mails and messages, in seconds', least: 1 },
  },
  run: (context, bounds) =>
    findingsPerObject(context, (touched) => {
      const media = touched.after?.['mediaSettings'];
      return Object.keys(isJsonObject(media) ? media : {}).flatMap((medium) => {
        const at = ['mediaSettings', medium, 'serviceLevel'];
        const percentage = valueAt(touched.after, [...at, 'percentage']);
        const durationMs = valueAt(touched.after, [...at, 'durationMs']);
        const mostSeconds = deferred.includes(medium) ? bounds.mostDeferredSeconds : bounds.mostSeconds;
        return [
          ...(typeof percentage === 'number' &&
          isWritten(touched, ...at, 'percentage') &&
          (percentage * 100 < bounds.leastPercent || percentage * 100 > bounds.mostPercent)
            ? [
                `${touched.address}: ${medium} has a service level of ${percentage}, which is ${round(percentage * 100)} %; sane is ${bounds.leastPercent} to ${bounds.mostPercent} %.`,
              ]
            : []),
          ...(typeof durationMs === 'number' &&
          isWritten(touched, ...at, 'durationMs') &&
          (durationMs < bounds.leastSeconds * 1000 || durationMs > mostSeconds * 1000)
            ? [
                `${touched.address}: ${medium} has a service level within ${durationMs / 1000} s; sane is ${bounds.leastSeconds} to ${mostSeconds} s.`,
              ]
            : []),
        ];
      });
    }),
});

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
