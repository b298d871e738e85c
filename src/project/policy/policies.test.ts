import { describe, expect, it } from 'vitest';
import { loadProject } from '../load/load-project.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject, sampleFiles } from '../testing/sample-project.ts';
import { validateProject } from '../validate/validate-project.ts';
import { loadPolicyTests } from './load-policy-tests.ts';
import { policiesOf } from './policies-of.ts';

const policyText = (rule: string, environments = ''): string => `apiVersion: signalbox/v1
kind: Policy
metadata: { name: deletes }
spec:
${environments}  rules:
    - name: none
      message: 'why \${step.address}'
      remedy: Do not.
      forEach: plan.steps
${rule}
`;
const denyDeletes = policyText(`      deny: step.kind == "delete"`);

function load(files: Readonly<Record<string, string>>) {
  return loadProject(createSampleProject(files), sampleCatalogue);
}

function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const project = load(files);
  return validateProject(project, sampleCatalogue).map(
    ({ code, source }) => `${code} ${source?.file ?? ''}:${source?.line ?? ''}`,
  );
}

const withBlock = (file: string, block: string): Readonly<Record<string, string>> => ({
  [file]: `${sampleFiles[file] ?? ''}policies:\n${block}`,
});

describe('what an environment sets about checks', () => {
  it('is nothing by default, so that its digest stays', () => {
    expect(load({}).environments.map(({ rules }) => 'policies' in rules)).toEqual([false, false]);
  });

  it('is its own before that of the project, with all waivers and the policies that are for it', () => {
    const project = load({
      ...withBlock(
        'signalbox.yaml',
        `  checks: { SB1131: { severity: error, mostSeconds: 300 }, SB1133: { severity: off, reason: music }  }\n`,
      ),
      ...withBlock(
        'environments/dev.yaml',
        `  checks: { SB1131: { severity: info } }\n  waivers: [{ check: POLICY/deletes/none, reason: trial, until: 2026-12-31 }]\n`,
      ),
      'policies/deletes.yaml': policyText('      deny: "true"', '  environments: [dev]\n'),
    });
    const [dev, prod] = project.environments.map(({ rules }) => rules.policies);
    expect(project.diagnostics).toEqual([]);
    expect(prod).toEqual({
      checks: {
        SB1131: { severity: 'error', parameters: { mostSeconds: 300 } },
        SB1133: { severity: 'off', reason: 'music' },
      },
      waivers: [],
      policies: [],
    });
    expect(dev).toMatchObject({
      checks: { SB1131: { severity: 'info' }, SB1133: { severity: 'off' } },
      waivers: [{ check: 'POLICY/deletes/none', reason: 'trial', until: '2026-12-31' }],
      policies: [{ name: 'deletes', rules: [{ code: 'POLICY/deletes/none', severity: 'error', as: 'step' }] }],
    });
    expect(policiesOf(project, 'elsewhere').policies).toEqual([]);
  });

  it('asks as much of the metadata of a change as the project does', () => {
    const project = load({
      'signalbox.yaml': `${sampleFiles['signalbox.yaml'] ?? ''}changes: { require: [owner] }\n`,
    });
    expect(project.environments[0]?.rules.policies?.checks).toEqual({
      SB1101: { parameters: { required: ['owner'] } },
    });
  });

  it('is part of the digest of the environment', () => {
    const digests = [{}, { 'policies/deletes.yaml': denyDeletes }].map(
      (files) => load(files).environments.find(({ name }) => name === 'prod')?.digest,
    );
    expect(digests[0]).not.toBe(digests[1]);
  });

  const wrong: readonly { readonly name: string; readonly block: string; readonly found: string }[] = [
    {
      name: 'turns a check off without a reason',
      block: '  checks: { SB1131: { severity: off } }\n',
      found: 'SB2009 signalbox.yaml:8',
    },
    {
      name: 'names a parameter that is none',
      block: '  checks: { SB1131: { mostSecond: 3 } }\n',
      found: 'SB2008 signalbox.yaml:8',
    },
    {
      name: 'gives a parameter another kind of value',
      block: '  checks: { SB1131: { mostSeconds: long } }\n',
      found: 'SB2009 signalbox.yaml:8',
    },
    {
      name: 'sets a check that there is not',
      block: '  checks: { SB1199: { severity: info } }\n',
      found: 'SB2080 signalbox.yaml:8',
    },
    {
      name: 'sets a rule that there is not',
      block: '  checks: { POLICY/deletes/more: { severity: info } }\n',
      found: 'SB2080 signalbox.yaml:8',
    },
    {
      name: 'turns off what planning checks',
      block: '  checks: { SB1010: { severity: off, reason: x } }\n',
      found: 'SB2081 signalbox.yaml:8',
    },
    {
      name: 'waives what planning checks',
      block: '  waivers: [{ check: SB1011, reason: x, until: 2026-12-31 }]\n',
      found: 'SB2081 signalbox.yaml:8',
    },
    {
      name: 'waives without a last day',
      block: '  waivers: [{ check: SB1131, reason: x }]\n',
      found: 'SB2009 signalbox.yaml:8',
    },
    {
      name: 'waives until no day',
      block: '  waivers: [{ check: SB1131, reason: x, until: soon }]\n',
      found: 'SB2009 signalbox.yaml:8',
    },
  ];
  it.each(wrong)('is refused when it $name', ({ block, found }) => {
    expect(problemsOf(withBlock('signalbox.yaml', block))).toEqual([found]);
  });
});

describe('a policy file', () => {
  const file = 'policies/deletes.yaml';
  const wrong: readonly { readonly name: string; readonly text: string; readonly found: readonly string[] }[] = [
    { name: 'is fine', text: denyDeletes, found: [] },
    {
      name: 'has a condition that can not be read',
      text: policyText('      deny: step.kind ='),
      found: ['SB2501 policies/deletes.yaml:10'],
    },
    {
      name: 'names a variable that is not there',
      text: policyText('      deny: steps.kind == "x"'),
      found: ['SB2507 policies/deletes.yaml:10'],
    },
    {
      name: 'has a variable of forEach where there is none yet',
      text: policyText('      deny: "true"\n      when: step.kind == "x"'),
      found: ['SB2507 policies/deletes.yaml:11'],
    },
    {
      name: 'asks for objects of the organisation',
      text: policyText('      deny: resources("flow").size() > 0'),
      found: ['SB2082 policies/deletes.yaml:10'],
    },
    {
      name: 'is for an environment that is not there',
      text: policyText('      deny: "true"', '  environments: [live]\n'),
      found: ['SB2018 policies/deletes.yaml:5'],
    },
    {
      name: 'goes through something else than a path',
      text: denyDeletes.replace('forEach: plan.steps', 'forEach: plan.steps.filter(s, true)'),
      found: ['SB2009 policies/deletes.yaml:9'],
    },
    {
      name: 'has another name than its file',
      text: denyDeletes.replace('name: deletes', 'name: other'),
      found: ['SB2019 policies/deletes.yaml:3'],
    },
    {
      name: 'has two rules of one name',
      text: `${denyDeletes}    - { name: none, deny: "true", message: m, remedy: r }\n`,
      found: ['SB2015 policies/deletes.yaml:11'],
    },
  ];
  it.each(wrong)('$name', ({ text, found }) => {
    expect(problemsOf({ [file]: text })).toEqual(found);
  });
});

describe('policy tests', () => {
  const testText = (plan: string): string => `apiVersion: signalbox/v1
kind: PolicyTest
metadata: { name: deletes }
spec:
  cases:
    - { name: objects, plan: ${plan}, expect: [{ code: POLICY/deletes/none }] }
`;
  const saved = JSON.stringify({
    apiVersion: 'signalbox/v1',
    kind: 'Plan',
    hasChanges: false,
    counts: {},
    estimatedMinutes: 0,
    plan: {
      formatVersion: 1,
      artifactDigest: 'sha256:a',
      changeset: 'test',
      environment: 'prod',
      organisationId: 'o1',
      environmentDigest: 'sha256:e',
      asOf: '2026-11-20T00:00:00.000Z',
      steps: [],
      matches: [],
      values: [],
      relative: false,
      contents: {},
      diagnostics: [],
      decisionDigest: 'sha256:d',
      reads: [],
      requests: 0,
      reversibility: 'exact',
    },
  });

  it('come with their plans, which lie beside them', () => {
    const project = load({ 'policies/tests/deletes.yaml': testText('plan.json'), 'policies/tests/plan.json': saved });
    const { cases, diagnostics } = loadPolicyTests(project);
    expect(diagnostics).toEqual([]);
    expect(cases).toMatchObject([
      { test: 'deletes', name: 'objects', plan: { environment: 'prod' }, expect: [{ code: 'POLICY/deletes/none' }] },
    ]);
  });

  const wrong: readonly { readonly plan: string; readonly text: string }[] = [
    { plan: 'missing.json', text: saved },
    { plan: '../../../plan.json', text: saved },
    { plan: 'plan.json', text: '{' },
    { plan: 'plan.json', text: '{"kind":"Artifact"}' },
  ];
  it.each(wrong)('are refused for the plan $plan with $text', ({ plan, text }) => {
    const files = { 'policies/tests/deletes.yaml': testText(plan), 'policies/tests/plan.json': text };
    expect(problemsOf(files)).toEqual(['SB2083 policies/tests/deletes.yaml:6']);
  });
});
