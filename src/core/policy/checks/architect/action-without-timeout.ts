import { valueAt } from '../../../json/path.ts';
import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { isWritten } from '../../touched-objects.ts';

/** SB1145: a data action that is made, or whose settings change, gives up in time. */
export const actionWithoutTimeout = defineCheck({
  code: 'SB1145',
  name: 'action-without-timeout',
  severity: 'warning',
  types: ['integration_action', 'integration_action_draft'],
  looksAt: '`config.timeoutSeconds` of data actions that are made or whose `config` changes',
  parameters: { mostSeconds: { default: 60, meaning: 'longest time limit, in seconds', least: 1 } },
  run: (context, { mostSeconds }) =>
    findingsPerObject(context, (touched) => {
      const { address, before, after } = touched;
      if (after === undefined || !(before === undefined || isWritten(touched, 'config'))) return [];
      const seconds = valueAt(after, ['config', 'timeoutSeconds']);
      if (typeof seconds !== 'number' || seconds <= 0) return [`${address} has no time limit.`];
      return seconds > mostSeconds ? [`${address} waits up to ${seconds} s; sane is up to ${mostSeconds} s.`] : [];
    }),
});
