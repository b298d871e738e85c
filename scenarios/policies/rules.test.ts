import { describe, expect, it } from 'vitest';
import { judgeSavedPlan, type PolicyRule, type PolicySettings } from '../../src/core/policy/index.ts';
import { ensure, proposed, remove, type PolicyCase } from './judge.ts';

const live = {
  routing_queue: [{ id: 'q1', name: 'Billing', acwSettings: { timeoutMs: 30_000 }, division: { id: 'd1' } }],
  routing_wrapupcode: [{ id: 'w1', name: 'Done' }],
  auth_division: [
    { id: 'd1', name: 'Home' },
    { id: 'd2', name: 'Sales' },
  ],
};
const change: PolicyCase = {
  live,
  actions: [
    ensure('routing_queue', 'Billing', {
      acwSettings: { timeoutMs: 60_000 },
      division: { $ref: 'auth_division/Sales' },
    }),
    ensure('routing_skill', 'VIP'),
    remove('routing_wrapupcode', 'Done'),
  ],
  environment: { values: { most: 45_000 } },
};
const each = { forEach: 'plan.steps' };

function rulesOf(...rules: readonly Partial<PolicyRule>[]): PolicySettings {
  const complete = rules.map((rule, index): PolicyRule => ({
    code: `POLICY/test/rule-${index}`,
    summary: 'not here',
    severity: 'error',
    as: 'step',
    deny: 'true',
    message: 'why',
    remedy: 'Do something else.',
    ...rule,
  }));
  return { checks: {}, waivers: [], policies: [{ name: 'test', rules: complete }] };
}

interface Row extends Partial<PolicyRule> {
  readonly name: string;
  readonly found: readonly string[];
}

const table: readonly Row[] = [
  {
    name: 'sees counts',
    deny: 'plan.counts.delete > 0 && plan.counts.touched == 3',
    message: '${plan.counts.delete}',
    found: ['1'],
  },
  {
    name: 'sees whose change it is',
    deny: 'plan.metadata.owner.endsWith("@example.com") && plan.lane == "normal"',
    found: ['why'],
  },
  {
    name: 'sees the environment and its values',
    deny: 'env.name == "uat" && !env.protected && env.values.most == 45000',
    found: ['why'],
  },
  { name: 'sees the day of the plan', deny: 'plan.asOf.startsWith("2026-11")', found: ['why'] },
  { name: 'says nothing when it has nothing to object to', deny: 'plan.counts.create > 5', found: [] },
  { name: 'says nothing when its condition does not hold', when: 'plan.lane == "emergency"', deny: 'true', found: [] },
  {
    name: 'judges steps one by one',
    ...each,
    deny: 'step.kind == "delete"',
    message: '${step.address} goes',
    found: ['routing_wrapupcode/Done goes'],
  },
  {
    name: 'sees fields before and after',
    ...each,
    deny: 'step.changes.exists(c, c.field == "acwSettings.timeoutMs" && c.after > env.values.most)',
    message: '${step.before.acwSettings.timeoutMs} → ${step.after.acwSettings.timeoutMs}',
    found: ['30000 → 60000'],
  },
  {
    name: 'sees what references lead to',
    ...each,
    deny: 'has(step.after.division) && step.after.division.address == "auth_division/Sales"',
    message: 'from ${step.before.division.name} to ${step.after.division.name}',
    found: ['from Home to Sales'],
  },
  {
    name: 'calls the element as it is told',
    ...each,
    as: 's',
    deny: 's.type == "routing_skill"',
    message: '${s.name}',
    found: ['VIP'],
  },
  {
    name: 'sees names, keys and reversibility',
    ...each,
    deny: 'step.name == "Done" && step.key[0] == "Done" && step.reversibility == "new-id"',
    found: ['why'],
  },
  {
    name: 'sees the whole of what is deleted',
    ...each,
    deny: 'step.kind == "delete" && step.before.name == "Done"',
    found: ['why'],
  },
];

describe('a rule of a policy', () => {
  it.each(table)('$name', ({ found, ...rule }) => {
    const { plan } = proposed({ ...change, environment: { ...change.environment, policies: rulesOf(rule) } });
    const findings = plan.diagnostics.filter(({ code }) => code === 'POLICY/test/rule-0' || code === 'SB1100');
    expect(findings.map(({ detail }) => detail)).toEqual(found);
  });

  it('points at the object and at the place in the changeset', () => {
    const policies = rulesOf({ ...each, deny: 'step.kind == "delete"' });
    const { plan } = proposed({ ...change, environment: { policies } });
    expect(plan.diagnostics.find(({ code }) => code.startsWith('POLICY/'))).toMatchObject({
      severity: 'error',
      summary: 'not here',
      remedy: 'Do something else.',
      address: 'routing_wrapupcode/Done',
      source: { file: 'changesets/test.yaml', line: 3 },
    });
  });

  it('is set and waived like a check', () => {
    const rules = rulesOf({ ...each, deny: 'step.kind == "delete"' });
    const found = (settings: Partial<PolicySettings>): readonly string[] =>
      proposed({ ...change, environment: { policies: { ...rules, ...settings } } })
        .plan.diagnostics.filter(({ code }) => code.startsWith('POLICY/'))
        .map(({ severity }) => severity);
    expect(found({})).toEqual(['error']);
    expect(found({ checks: { 'POLICY/test/rule-0': { severity: 'warning' } } })).toEqual(['warning']);
    expect(found({ checks: { 'POLICY/test/rule-0': { severity: 'off', reason: 'x' } } })).toEqual([]);
    expect(found({ waivers: [{ check: 'POLICY/test/rule-0', reason: 'agreed', until: '2027-01-01' }] })).toEqual([
      'info',
    ]);
  });

  it('finds the same in a saved plan', () => {
    const policies = rulesOf({ ...each, deny: 'step.kind != "noop"', message: '${step.kind} ${env.values.most}' });
    const { plan } = proposed({ ...change, environment: { ...change.environment, policies } });
    const saved = JSON.parse(JSON.stringify(plan)) as typeof plan;
    const found = plan.diagnostics.filter(({ code }) => code.startsWith('POLICY/'));
    expect(found).toHaveLength(3);
    expect(judgeSavedPlan(saved, policies)).toEqual(found);
  });
});

describe('a rule that can not be evaluated', () => {
  const broken: readonly (Partial<PolicyRule> & { readonly name: string; readonly says: string })[] = [
    { name: 'reads a field that is not there', ...each, deny: 'step.after.nothing > 1', says: 'POLICY/test/rule-0: ' },
    { name: 'is no condition', deny: 'plan.counts.delete', says: 'not true or false' },
    { name: 'is no expression', deny: 'plan.steps[', says: 'POLICY/test/rule-0: ' },
    { name: 'goes through what is no list', forEach: 'plan.counts', deny: 'true', says: 'plan.counts is no list' },
  ];
  it.each(broken)('$name: is an error, so that nothing passes unjudged', ({ says, ...rule }) => {
    const { plan } = proposed({ ...change, environment: { ...change.environment, policies: rulesOf(rule) } });
    const found = plan.diagnostics.filter(({ code }) => code === 'SB1100');
    expect(found).toMatchObject([{ severity: 'error', detail: expect.stringContaining(says) }]);
  });

  it('is stopped when it takes too many steps', () => {
    const { plan } = proposed(change);
    const step = plan.steps[0];
    const many = { ...plan, steps: step === undefined ? [] : Array.from({ length: 3_000 }, () => step) };
    const rule = { deny: 'plan.steps.exists(a, plan.steps.exists(b, a.id + b.id == "never"))' };
    expect(judgeSavedPlan(many, rulesOf(rule))).toMatchObject([
      { code: 'SB1100', severity: 'error', detail: expect.stringContaining('too many steps') },
    ]);
  });
});
