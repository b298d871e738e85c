import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject, sampleFiles } from '../testing/sample-project.ts';
import { checkEnvironmentFiles } from '../validate/check-environment-files.ts';
import { loadProject } from './load-project.ts';

const prodFile = sampleFiles['environments/prod.yaml'] ?? '';
const state = (id: string) =>
  JSON.stringify({
    version: 4,
    resources: [
      {
        mode: 'managed',
        type: 'genesyscloud_routing_queue',
        name: 'vip',
        instances: [{ attributes: { id, secret: 'hunter2' } }],
      },
    ],
  });

function load(prodRules: string, files: Readonly<Record<string, string>> = {}, prod = prodFile) {
  const project = loadProject(
    createSampleProject({ ...files, 'environments/prod.yaml': `${prod}${prodRules}` }),
    sampleCatalogue,
  );
  return { project, prod: project.environments.find(({ name }) => name === 'prod') };
}

describe('an environment file', () => {
  it('knows which environments come before it, and what is kept how', () => {
    const { prod } = load('', {
      'signalbox.yaml': `${sampleFiles['signalbox.yaml'] ?? ''}portability: { user: portable }\n`,
    });
    expect(prod?.rules).toMatchObject({ earlierStages: ['dev'], portability: { user: 'portable' } });
  });

  it('names a Terraform state, whose everyday changes leave its digest alone', () => {
    const rule = 'ownership: [{ from: terraform-state, file: tf/prod.tfstate }, { type: flow, owner: business }]\n';
    const first = load(rule, { 'tf/prod.tfstate': state('q-1') });
    const second = load(rule, { 'tf/prod.tfstate': state('q-2') });
    expect(first.project.diagnostics).toEqual([]);
    expect(first.prod?.rules.ownership).toEqual([
      {
        owner: 'terraform',
        objects: { source: 'tf/prod.tfstate', names: { routing_queue: { 'q-1': 'genesyscloud_routing_queue.vip' } } },
      },
      { type: 'flow', owner: 'business' },
    ]);
    expect(first.prod?.digest).toBe(second.prod?.digest);
    expect(load(rule.replace('tf/prod', 'tf/other'), { 'tf/other.tfstate': state('q-1') }).prod?.digest).not.toBe(
      first.prod?.digest,
    );
    expect(load(rule, { 'tf/prod.tfstate': state('q-1').replace('hunter2', 'other') }).prod?.digest).toBe(
      first.prod?.digest,
    );
  });

  it('keeps its digest when another environment is added', () => {
    const more = prodFile.replaceAll('prod', 'extra').replace('555555555552', '555555555559');
    const { project, prod } = load('', { 'environments/extra.yaml': more });
    expect(project.environments).toHaveLength(3);
    expect(prod?.digest).toBe(load('').prod?.digest);
  });
});

const wrong: readonly {
  readonly name: string;
  readonly rules: string;
  readonly code: string;
  readonly says: string;
  readonly files?: Readonly<Record<string, string>>;
}[] = [
  {
    name: 'a state that is not there',
    rules: 'ownership: [{ from: terraform-state, file: tf/x.tfstate }]',
    code: 'SB2060',
    says: 'tf/x.tfstate can not be used: there is no such file',
  },
  {
    name: 'a state that is none',
    rules: 'ownership: [{ from: terraform-state, file: tf/x.tfstate }]',
    files: { 'tf/x.tfstate': 'hunter2' },
    code: 'SB2060',
    says: 'it is no JSON object',
  },
  {
    name: 'an exception without an owner',
    rules: 'exceptions: [{ resource: routing_queue/A, reason: r, expires: 2026-12-31 }]',
    code: 'SB2009',
    says: 'owner',
  },
  {
    name: 'an exception without a day',
    rules: 'exceptions: [{ resource: routing_queue/A, reason: r, owner: o, expires: soon }]',
    code: 'SB2009',
    says: 'Give a day such as 2026-12-31',
  },
  {
    name: 'an exception of no address',
    rules: 'exceptions: [{ resource: Billing, reason: r, owner: o, expires: 2026-12-31 }]',
    code: 'SB2009',
    says: '"Billing" is not an address',
  },
  {
    name: 'a pin of an unknown type',
    rules: 'exceptions: [{ resource: routing_que/A, reason: r, owner: o, expires: 2026-12-31 }]',
    code: 'SB2013',
    says: 'Did you mean "routing_queue"?',
  },
  {
    name: 'a value mapping with other stars',
    rules: 'valueMappings: [{ from: "a*", to: "*b*" }]',
    code: 'SB2061',
    says: '"a*" has 1 stars and "*b*" has 2',
  },
];

describe('an environment file is refused for', () => {
  it.each(wrong)('$name', ({ rules, code, says, files }) => {
    const { project } = load(`${rules}\n`, files);
    expect(project.diagnostics).toMatchObject([{ code, source: { file: 'environments/prod.yaml', line: 11 } }]);
    expect(project.diagnostics[0]?.summary).toContain(says);
    expect(JSON.stringify(project.diagnostics)).not.toContain('hunter2');
  });

  it.each([
    { name: 'a mapping to another type', to: '{ from: user/a, to: routing_skill/a }', says: 'mapped to another type' },
    {
      name: 'a mapping with other stars',
      to: '{ from: user/*, to: "user/*.*" }',
      says: '"user/*" has 1 stars and "user/*.*" has 2',
    },
    {
      name: 'an address that is mapped twice',
      to: '{ from: user/a, to: user/b }, { from: user/a, to: user/c }',
      says: 'user/a is mapped twice',
    },
  ])('$name', ({ to, says }) => {
    const { project } = load('', {}, prodFile.replace(/mappings: .*/u, `mappings: [${to}]`));
    expect(project.diagnostics).toMatchObject([{ code: 'SB2061', summary: expect.stringContaining(says) }]);
  });

  it('the organisation or the credential of another one', () => {
    const same = prodFile.replace('555555555552', '555555555551').replace('exec:pass prod', 'exec:pass dev');
    const { project } = load('', {}, same);
    expect(project.diagnostics.map(({ code, summary }) => `${code} ${summary}`)).toEqual([
      'SB2064 environments/dev.yaml:4: dev and prod are both organisation 11111111-2222-4333-8444-555555555551.',
      'SB2063 environments/dev.yaml:5: dev would write with exec:pass dev, which prod names, too (environments/prod.yaml).',
      'SB2064 environments/prod.yaml:4: prod and dev are both organisation 11111111-2222-4333-8444-555555555551.',
      'SB2063 environments/prod.yaml:5: prod would write with exec:pass dev, which dev names, too (environments/dev.yaml).',
    ]);
  });
});

const published = join(
  import.meta.dirname,
  '../../../../shared/fixtures/tf-exports/uncleash__cxAsCodeDevlab/history/2022-03-17-4f8c62e2-terraform.tfstate.backup',
);

it('a state that people published is read', (context) => {
  if (!existsSync(published)) context.skip('the real configuration files (../shared/fixtures) are not on this machine');
  const rule = 'ownership: [{ from: terraform-state, file: tf/prod.tfstate }]\n';
  const { prod } = load(rule, { 'tf/prod.tfstate': readFileSync(published, 'utf8') });
  expect(prod?.rules.ownership[0]?.objects?.names).toMatchObject({
    routing_queue: { 'cbf8fba7-4455-4618-a8a1-100cdeb69278': 'genesyscloud_routing_queue.test_queue' },
    architect_datatable_row: {
      '60b265df-405b-4a20-8afa-60df70e3edf6/johnsmith@example.com':
        'genesyscloud_architect_datatable_row.john-smith-2749',
    },
  });
});

describe('an environment file is looked at by the day', () => {
  const rules = `labels: [{ type: routing_queue, where: "object.size > queue.size", labels: { tier: big } }]
exceptions:
  - { resource: routing_queue/A, field: acwSettings, reason: a trial, owner: dana, expires: 2026-06-30 }
`;

  it('warns of exceptions that have expired, and of selectors that can not be evaluated', () => {
    const { project } = load(rules);
    expect(checkEnvironmentFiles(project, '2026-06-30').map(({ code }) => code)).toEqual(['SB2507']);
    expect(checkEnvironmentFiles(project, '2026-07-01')).toMatchObject([
      {
        code: 'SB2062',
        severity: 'warning',
        summary: 'environments/prod.yaml:13: the exception for routing_queue/A acwSettings held until 2026-06-30.',
        detail: 'dana answered for it: a trial.',
      },
      { code: 'SB2507', source: { file: 'environments/prod.yaml', line: 11 } },
    ]);
  });
});
