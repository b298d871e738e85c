import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../json/json.ts';
import { proposeChanges } from '../../review/propose-changes.ts';
import { planOf, type TestCase } from '../testing/test-world.ts';

const target = { type: 'safe', key: ['S'] };
const token = { $secret: 'env:PIN', version: '2' };

function planWith(set: JsonObject, more: Partial<TestCase> = {}): ReturnType<typeof planOf>['plan'] {
  const live = { safe: [{ id: 's1', name: 'S' }] };
  return planOf({ live, actions: [{ kind: 'ensure', target, set }], inputs: { token }, ...more }).plan;
}

function baselineWith(value: Json): NonNullable<TestCase['extra']> {
  const entry = { address: 'safe/S', type: 'safe', id: 's1', fields: [{ path: ['pin'], value }], runId: 'run_1' };
  return { baseline: { environment: 'uat', entries: { 'safe/S': entry } } };
}

describe('a secret', () => {
  it('is in the plan as the reference that the input gave', () => {
    const plan = planWith({ pin: '${inputs.token}' });
    expect(plan.diagnostics).toEqual([]);
    expect(plan.steps).toMatchObject([{ kind: 'update', changes: [{ path: ['pin'], after: token }] }]);
  });

  it('is written again only with another version', () => {
    const same = planWith({ pin: '${inputs.token}' }, { extra: baselineWith(token) });
    const other = planWith({ pin: '${inputs.token}' }, { extra: baselineWith({ $secret: 'env:PIN', version: '1' }) });
    expect(same.steps).toMatchObject([{ kind: 'noop' }]);
    expect(other.steps).toMatchObject([{ kind: 'update', changes: [{ after: token }] }]);
  });

  it('is refused in plain text, and the plan does not hold it', () => {
    const plan = planWith({ pin: '${"pin is " + env.values.pin}' }, { environment: { values: { pin: 'hunter2' } } });
    expect(plan.diagnostics).toMatchObject([
      { code: 'SB1040', severity: 'error', detail: 'safe/S: pin is a secret and stands in plain text.' },
    ]);
    expect(JSON.stringify(plan)).not.toContain('hunter2');
  });

  it('is refused where anybody could read it', () => {
    const plan = planWith({ note: '${inputs.token}' });
    expect(plan.diagnostics).toMatchObject([
      { code: 'SB1040', detail: 'safe/S: note is no secret field; everybody could read it.' },
    ]);
    expect(plan.steps).toMatchObject([{ kind: 'noop' }]);
  });

  it.each<[string, Json]>([
    ['in a list', ['${inputs.token}']],
    ['in a list of objects', [{ text: { of: '${inputs.token}' } }]],
  ])('is refused where anybody could read it, %s, too', (_, note) => {
    expect(planWith({ note }).diagnostics.map(({ code }) => code)).toContain('SB1040');
  });

  it.each<[string, JsonObject, string]>([
    ['alone', { pin: '${inputs.token}' }, 'Nothing of it can be set back. '],
    ['beside what can be set back', { pin: '${inputs.token}', note: 'new' }, 'Set back: note. '],
  ])('makes the step one that can not be undone, %s, and the forecast agrees', (_, set, back) => {
    const problem = 'safe/S: pin is never shown, so its value from before is not known and the new one stays.';
    const actions = [{ kind: 'ensure', target, set }] as const;
    const live = { safe: [{ id: 's1', name: 'S', note: 'old' }] };
    const { plan } = planOf({ live, actions, inputs: { token } }, proposeChanges);
    expect(plan).toMatchObject({ reversibility: 'irreversible', steps: [{ reversibility: 'irreversible' }] });
    expect(plan.review?.rollback).toMatchObject({
      reversibility: 'irreversible',
      steps: [{ reversibility: 'irreversible', text: `${back}${problem}` }],
      problems: [problem],
    });
  });

  it('can not be put into a text', () => {
    const plan = planWith({ note: 'pin: ${inputs.token}' });
    expect(plan.diagnostics).toMatchObject([{ code: 'SB2505', severity: 'error' }]);
  });
});
