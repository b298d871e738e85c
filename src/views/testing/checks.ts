import type { CheckState } from '../../core/policy/index.ts';
import type { CheckList } from '../policy/checks.ts';
import type { PolicyTestReport } from '../policy/tests.ts';

const plainCheck: CheckState = {
  code: 'SB1131',
  name: 'acw-range',
  summary: 'An after-call work time is outside the sane range',
  remedy: 'Correct the value.',
  looksAt: 'the time',
  severity: 'warning',
  setBy: 'default',
  parameters: { leastSeconds: 1, mostSeconds: 900 },
  waivers: [],
};

/** A list of checks in every state that there is. */
export const checkList: CheckList = {
  environment: 'prod',
  today: '2026-11-21',
  checks: [
    {
      ...plainCheck,
      code: 'SB1010',
      setBy: 'planning',
      severity: 'error',
      reason: '`limits.maxDeletes`',
      parameters: {},
    },
    plainCheck,
    { ...plainCheck, code: 'SB1133', severity: 'off', setBy: 'settings', reason: 'callers like music', parameters: {} },
    {
      ...plainCheck,
      code: 'SB1110',
      severity: 'error',
      setBy: 'settings',
      parameters: { allowed: ['4f5f8f0a-*', 'x|y'] },
      waivers: [
        { check: 'SB1110', address: 'routing_queue/Legacy *', reason: 'CC-900', until: '2027-03-31' },
        { check: 'SB1110', reason: 'trial', until: '2026-11-20' },
      ],
    },
    {
      ...plainCheck,
      code: 'POLICY/deletes/reported',
      name: 'deletes/reported',
      summary: 'A delete needs a work item',
      setBy: 'policy',
      severity: 'info',
      parameters: {},
    },
  ],
};

/** Tests of which one passed and one failed in both ways. */
export const policyTestReport: PolicyTestReport = {
  cases: [
    { test: 'deletes', name: 'objects to a delete', missing: [], unexpected: [] },
    {
      test: 'deletes',
      name: 'says nothing of others',
      missing: [{ code: 'POLICY/deletes/few', address: 'routing_queue/A', severity: 'error' }],
      unexpected: [
        {
          code: 'POLICY/deletes/reported',
          severity: 'warning',
          summary: 'A delete needs a work item',
          detail: 'routing_queue/B is deleted for <CC-7>.',
          remedy: 'Do not.',
          address: 'routing_queue/B',
        },
      ],
    },
  ],
  untested: ['POLICY/times/short'],
};
