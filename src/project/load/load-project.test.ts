import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../core/index.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject, sampleFiles } from '../testing/sample-project.ts';
import { validateProject } from '../validate/validate-project.ts';
import { loadProject } from './load-project.ts';

function load(files: Readonly<Record<string, string | Uint8Array | undefined>> = {}): ReturnType<typeof loadProject> {
  return loadProject(createSampleProject(files), sampleCatalogue);
}

function diagnose(files: Readonly<Record<string, string | Uint8Array | undefined>>): readonly Diagnostic[] {
  return validateProject(load(files), sampleCatalogue);
}

const changeset = 'changesets/vip-wrap-up.yaml';
const queueFile = 'config/routing/routing_queue/vip-1-billing.yaml';

function edited(file: string, from: string | RegExp, to: string): Record<string, string> {
  const text = sampleFiles[file] ?? '';
  const after = text.replace(from, to);
  if (after === text) throw new Error(`${String(from)} is not in ${file}`);
  return { [file]: after };
}

describe('a project', () => {
  test('without faults has no diagnostics', () => {
    expect(diagnose({})).toEqual([]);
  });

  test('takes a file name of letters of any script, as long as they are not upper case', () => {
    const skill = (name: string): string =>
      `apiVersion: signalbox/v1\nkind: Resource\ntype: routing_skill\nname: ${name}\n`;
    const named = (slug: string): readonly string[] =>
      diagnose({ [`config/routing/routing_skill/${slug}.yaml`]: skill(slug) }).map(({ code }) => code);
    expect(['カスタマーサポート-dublin', 'शिकायत', '東京', 'łódź', 'ǆep'].flatMap(named)).toEqual([]);
    expect(['Zürich', 'ΑΘΗΝΑ', 'a_b', '-a', 'ǅep'].map(named)).toEqual(Array(5).fill(['SB2019']));
  });

  test('may say where a secret comes from in the words of the platform', () => {
    const header = 'spec:\n  headers: { x-password: "$!{credentials.password}", x-secret: "$${credentials.secret}" }\n';
    const codes = diagnose(edited(queueFile, 'spec:\n', header)).map(({ code }) => code);
    expect(codes).toEqual(['SB2014']);
  });

  test('names a misspelt key as such, whatever it holds, and nothing that only follows from it', () => {
    const diagnostics = diagnose(edited(queueFile, 'spec:', 'sepc:'));
    expect(diagnostics.map(({ code, summary }) => `${code} ${summary}`)).toEqual([
      `SB2008 ${queueFile}:6: "sepc" is not known here. Did you mean "spec"?`,
    ]);
  });

  test('may name objects with names that hold an id, as generators make them', () => {
    const name = 'Test flow 11111111-2222-4333-8444-555555555559';
    const skill = sampleFiles['config/routing/routing_skill/vip.yaml'] ?? '';
    const diagnostics = diagnose({
      'config/routing/routing_skill/generated.yaml': skill.replace('name: VIP', `name: ${name}`),
      ...edited(changeset, 'to: New', `to: ${name}`),
      ...edited(queueFile, '{ $ref: routing_skill/VIP }', `{ $ref: routing_skill/${name} }`),
    });
    expect(diagnostics).toEqual([]);
    const [one, other] = ['create', 'delete'].map(
      (verb) => `    - ${verb}: [{ type: routing_skill, name: ${name} }]\n`,
    );
    const many = edited(
      changeset,
      'actions:\n',
      `actions:\n${one}    - update: { type: routing_skill, name: ${name} }\n${other}`,
    );
    expect(diagnose(many).map(({ code }) => code)).not.toContain('SB2010');
  });

  test('is read whole: environments in order, documents, changesets, every action with its place', () => {
    const project = load();

    expect(project.environments.map(({ name }) => name)).toEqual(['dev', 'prod']);
    expect(project.documents.map(({ address }) => address)).toEqual([
      'architect_datatable_row/Holidays/2026-12-25',
      'flow/inboundcall/Main',
      'routing_queue/VIP #1: Billing',
      'routing_skill/VIP',
    ]);
    const actions = project.changesets[0]?.actions.map(({ action }) => action) ?? [];
    expect(actions.map(({ kind }) => kind)).toEqual([
      'ensure',
      'ensure',
      'ensure',
      'let',
      'forEach',
      'rename',
      'delete',
      'delete',
    ]);
    expect(actions[1]).toMatchObject({
      target: { type: 'routing_queue', key: ['VIP #1: Billing'] },
      source: { file: changeset, line: 9, column: 7 },
    });
    expect(actions[2]).toMatchObject({ target: { type: 'flow', key: ['inboundcall', 'Main'] } });
    expect(actions.at(-1)).toMatchObject({
      target: { type: 'architect_datatable_row', key: ['Holidays', '2026-12-25'] },
    });
  });

  test('gives each environment its rules, with the labels of documents', () => {
    const prod = load().environments[1];

    expect(prod?.rules).toMatchObject({
      name: 'prod',
      protected: true,
      values: { greeting: 'Hello' },
      pins: [{ address: 'routing_queue/Twin', id: '11111111-2222-4333-8444-555555555553' }],
      labels: [{ type: 'routing_queue', name: 'VIP #1: Billing', labels: { tier: 'vip' } }],
      modes: { architect_datatable_row: 'seed' },
      limits: { maxObjects: 500, maxDeletes: 10 },
      onFailure: 'compensate',
    });
    expect(prod?.connection.credentials).toEqual({ read: 'file:prod-read.json', write: 'exec:pass prod' });
  });

  test('keeps the environment digest when only comments or credentials change, not when a rule does', () => {
    const digestOf = (files: Record<string, string>): string | undefined => load(files).environments[1]?.digest;
    const before = digestOf({});

    expect(digestOf(edited('environments/prod.yaml', 'exec:pass prod', 'exec:other'))).toBe(before);
    expect(digestOf(edited('environments/prod.yaml', 'protected: true', 'protected: true # always\n'))).toBe(before);
    expect(digestOf(edited('environments/prod.yaml', 'Hello', 'Hullo'))).not.toBe(before);
  });

  test('reports every problem of every file together, by file and line', () => {
    const found = diagnose({
      ...edited(changeset, 'workItem: CC-1423', 'workItm: CC-1423'),
      ...edited(queueFile, 'acwSettings', 'acwSetings'),
      ...edited('environments/dev.yaml', 'region: mypurecloud.ie', 'regoin: mypurecloud.ie'),
    });

    expect(
      found
        .filter(({ code }) => code === 'SB2008' || code === 'SB2014')
        .map(({ source }) => `${source?.file}:${source?.line}`),
    ).toEqual([`${changeset}:3`, `${queueFile}:8`, 'environments/dev.yaml:4']);
  });

  test('is not there without signalbox.yaml', () => {
    expect(() => load({ 'signalbox.yaml': undefined })).toThrow(expect.objectContaining({ code: 'SB2020' }) as Error);
  });
});

describe('a comment', () => {
  test('is welcome behind what is no name', () => {
    const commented = `apiVersion: signalbox/v1   # the version
kind: Changeset            # the kind
metadata: { name: commented, owner: dana@example.com, reason: VIP calls need longer wrap-up, workItem: CC-1423, lane: normal }
spec:
  actions:
    - ensure: { type: routing_skill, name: VIP }          # create, or update to match
    - ensure:
        type: routing_queue                               # a queue
        name: "VIP #1: Billing"                           # quoted
      from: config                                        # take the document from config/; without it only \`set\`
      set: { acwSettings: { timeoutMs: 60000 } }          # objects merge, lists replace
`;

    expect(diagnose({ 'changesets/commented.yaml': commented })).toEqual([]);
    expect(
      diagnose(edited('environments/prod.yaml', 'protected: true', 'onFailure: hold # for now\nprotected: true')),
    ).toEqual([]);
  });
});

describe('a file is refused', () => {
  test.each<[string, Record<string, string | Uint8Array>, string, string]>([
    [
      'for an unknown key, with the nearest one',
      edited(changeset, 'from: config\n      set', 'form: config\n      set'),
      'SB2008',
      'Did you mean "from"?',
    ],
    [
      'for an unknown action',
      edited(changeset, '- delete: { type: routing_wrapupcode', '- delte: { type: routing_wrapupcode'),
      'SB2008',
      'Did you mean "delete"?',
    ],
    [
      'for an unknown type',
      edited(changeset, 'type: routing_wrapupcode, name: Old', 'type: routing_wrapupcodes, name: Old'),
      'SB2013',
      'Did you mean "routing_wrapupcode"?',
    ],
    [
      'for an unknown field',
      edited(changeset, 'set: { acwSettings', 'set: { acwSetings'),
      'SB2014',
      'Did you mean "acwSettings"?',
    ],
    [
      'for an unknown environment',
      edited(changeset, 'spec:\n', 'spec:\n  environments: [pord]\n'),
      'SB2018',
      'Did you mean "prod"?',
    ],
    [
      'for a name cut at a comment',
      edited(changeset, '"VIP #1: Billing"', 'VIP #1'),
      'SB2003',
      'A # after a space begins a comment',
    ],
    [
      'for a name cut at a comment in a block',
      edited('config/routing/routing_skill/vip.yaml', 'name: VIP', 'name: VIP # 1'),
      'SB2011',
      'YAML reads only "VIP"',
    ],
    [
      'for a text cut at a number sign',
      edited(queueFile, '  # agreed', '  description: Team #1\n  # agreed'),
      'SB2011',
      'YAML reads only "Team"',
    ],
    [
      'for a platform id',
      edited(queueFile, 'routing_skill/VIP', 'routing_skill/11111111-2222-4333-8444-555555555559'),
      'SB2010',
      'spec.memberGroups.0.$ref holds the platform id',
    ],
    [
      'for a key that stands twice',
      edited(queueFile, 'labels: { tier: vip }', 'type: routing_queue'),
      'SB2004',
      'stands twice',
    ],
    ['for tabs', edited(queueFile, '  acwSettings: { timeoutMs: 30000 }', '\tacwSettings: 1'), 'SB2005', 'a tab'],
    ['for being empty', { [queueFile]: ' \n' }, 'SB2006', 'is empty'],
    ['for holding only comments', { [queueFile]: '# nothing\n' }, 'SB2006', 'is empty'],
    ['for a byte order mark', { [queueFile]: `\uFEFF${sampleFiles[queueFile] ?? ''}` }, 'SB2002', 'byte order mark'],
    ['for not being UTF-8', { [queueFile]: Uint8Array.of(0x61, 0x3a, 0x20, 0xff) }, 'SB2002', 'not UTF-8'],
    [
      'for the wrong kind',
      edited(queueFile, 'kind: Resource', 'kind: Ressource'),
      'SB2007',
      'Did you mean "Resource"?',
    ],
    [
      'for a missing key field',
      edited(queueFile, 'name: "VIP #1: Billing"\n', ''),
      'SB2012',
      'name: of the queue is missing',
    ],
    [
      'for a second key field',
      edited(changeset, 'type: routing_skill, name: VIP', 'type: routing_skill, name: VIP, nmae: x'),
      'SB2008',
      'Did you mean "name"?',
    ],
    [
      'for a missing value',
      edited(changeset, ', workItem: CC-1423', ''),
      'SB2009',
      'metadata.workItem: string is missing',
    ],
    ['for a name in spec', edited(queueFile, 'spec:\n', 'spec:\n  name: x\n'), 'SB2014', 'stands beside type:'],
    ['for a tag', edited(queueFile, 'timeoutMs: 30000', 'timeoutMs: !js 1'), 'SB2032', 'not allowed'],
    ['for not being YAML', edited(queueFile, 'labels: { tier: vip }', 'labels: { tier: vip'), 'SB2003', ''],
    [
      'for two documents of one address',
      { 'config/x.yaml': (sampleFiles['config/routing/routing_skill/vip.yaml'] ?? '').replace('VIP', 'vip') },
      'SB2015',
      'is described in',
    ],
    ['for a broken expression, with its place', edited(changeset, 'tier == "vip" &&', 'tier = "vip" &&'), 'SB2501', ''],
    [
      'for an unknown variable',
      edited(changeset, 'queue.labels.tier', 'quue.labels.tier'),
      'SB2507',
      'nothing is called quue',
    ],
    ['for an unknown input', edited(changeset, 'inputs.factor', 'inputs.facter'), 'SB2023', 'Did you mean "factor"?'],
    [
      'for a secret in a declared field',
      {
        'config/c.yaml':
          'apiVersion: signalbox/v1\nkind: Resource\ntype: integration_credential\nname: x\nspec: { secretFields: { token: abc } }\n',
      },
      'SB2017',
      'secretFields',
    ],
    [
      'for a secret by its look',
      edited(queueFile, 'spec:\n', 'spec:\n  description: AKIAABCDEFGHIJKLMNOP\n'),
      'SB2017',
      'description holds a secret',
    ],
    [
      'for a credential instead of a reference',
      edited('environments/dev.yaml', 'file:dev-read.json', 'hunter2'),
      'SB2017',
      'connection.credentials.read',
    ],
    [
      'for a content file outside the project',
      edited('config/flow/flow/main.yaml', 'flows/main.yaml', '../../etc/passwd'),
      'SB2021',
      'leads out of the project',
    ],
    [
      'for a missing content file',
      edited('config/flow/flow/main.yaml', 'flows/main.yaml', 'flows/none.yaml'),
      'SB2021',
      'can not be read',
    ],
    [
      'for a document that from: config does not find',
      edited(changeset, 'name: "VIP #1: Billing" }\n      from', 'name: Other }\n      from'),
      'SB2022',
      'routing_queue/Other',
    ],
    [
      'for a reference with too few key parts',
      edited(queueFile, 'routing_skill/VIP', 'flow/Main'),
      'SB2012',
      'has 1 key parts',
    ],
    [
      'for another name than its file',
      edited(changeset, 'name: vip-wrap-up', 'name: other'),
      'SB2019',
      'a file of another name',
    ],
    [
      'for a file name that can not be kept',
      { 'config/Big Name.yaml': sampleFiles['config/routing/routing_skill/vip.yaml']?.replace('VIP', 'Z') ?? '' },
      'SB2019',
      'lower-case',
    ],
  ])('%s', (_, files, code, text) => {
    const found = diagnose(files);
    const match = found.find((diagnostic) => diagnostic.code === code && diagnostic.summary.includes(text));

    expect(match ?? found).toMatchObject({
      severity: 'error',
      source: { file: expect.any(String) as string },
    });
    expect(match?.remedy).not.toBe('');
  });

  test('only with a warning when a reference is not in config/, where its type is kept', () => {
    const found = diagnose(edited(queueFile, 'routing_skill/VIP', 'routing_skill/VPI'));

    expect(found).toMatchObject([
      {
        code: 'SB2016',
        severity: 'warning',
        source: { file: queueFile, line: 10 },
        summary: expect.stringContaining('Did you mean "routing_skill/VIP"?') as string,
      },
    ]);
  });

  test('never with the secret in the diagnostic', () => {
    const found = diagnose(edited('environments/dev.yaml', 'file:dev-read.json', 'hunter2'));

    expect(JSON.stringify(found)).not.toContain('hunter2');
  });
});
