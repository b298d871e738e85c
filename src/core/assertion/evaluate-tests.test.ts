import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '../expression/evaluate.ts';
import { judgeAnswer, type TestCall } from './test-call.ts';

const action = (expectation?: string): TestCall => ({
  kind: 'action',
  id: 'a1',
  address: 'integration_action/CRM/Lookup',
  inputs: {},
  ...(expectation === undefined ? {} : { expect: expectation }),
});
const program: TestCall = { kind: 'command', run: ['check'], env: {} };

describe('the answer of a call', () => {
  it.each([
    ['success alone passes', action(), { kind: 'action', success: true, result: { tier: 'gold' } }, undefined],
    [
      'what it expects passes',
      action('result.tier == "gold"'),
      { kind: 'action', success: true, result: { tier: 'gold' } },
      undefined,
    ],
    [
      'a result that is not as expected',
      action('result.tier == "gold"'),
      { kind: 'action', success: true, result: { tier: 'hush' } },
      'result.tier == "gold" is false',
    ],
    [
      'a failure',
      action(),
      { kind: 'action', success: false, error: 'Execute: bad.gateway' },
      'integration_action/CRM/Lookup failed: Execute: bad.gateway',
    ],
    ['exit code 0', program, { kind: 'command', exitCode: 0, output: 'fine' }, undefined],
    [
      'a program that was killed',
      program,
      { kind: 'command', exitCode: undefined, output: '' },
      'it ended with exit code unknown',
    ],
    [
      'a time limit',
      program,
      { kind: 'timeout', output: 'half' },
      'it took longer than 9 s and was ended\nits output ends with:\nhalf',
    ],
    ['another kind', program, { kind: 'http', status: 200, body: '' }, 'the answer is of another kind than the call'],
  ] as const)('%s', (_, call, answer, why) => {
    expect(judgeAnswer(call, answer, 9)).toBe(why);
  });

  it('whose expectation can not be evaluated says so without the result', () => {
    const why = judgeAnswer(
      action('result.none > 1'),
      { kind: 'action', success: true, result: { secret: 'hush' } },
      9,
    );
    expect(why).toContain('none');
    expect(why).not.toContain('hush');
  });
});

describe('route(…) in an expression', () => {
  const scope = { variables: {}, resources: () => [], ref: () => undefined };

  it('gives what its scope knows', () => {
    const route = (number: string, at: string) => ({ queue: `${number} ${at}` });
    expect(evaluateExpression('route("+1", "now").queue', { ...scope, route })).toBe('+1 now');
  });

  it('is known in tests only', () => {
    expect(() => evaluateExpression('route("+1", "now")', scope)).toThrow(/tests of a changeset only/u);
  });
});
