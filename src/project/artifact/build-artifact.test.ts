import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestText, type Artifact, type JsonObject } from '../../core/index.ts';
import { loadProject } from '../load/load-project.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject, sampleFiles } from '../testing/sample-project.ts';
import { artifactText, readArtifact, writeArtifact } from './artifact-file.ts';
import { buildArtifact } from './build-artifact.ts';
import { documentsIn } from './documents-in.ts';

const changesetName = 'vip-wrap-up';
const changesetFile = 'changesets/vip-wrap-up.yaml';

function build(files: Readonly<Record<string, string | undefined>> = {}, inputs: JsonObject = {}): Artifact {
  const project = loadProject(createSampleProject(files), sampleCatalogue);
  return buildArtifact({ changesetName, inputs, project, catalogue: sampleCatalogue });
}

describe('an artifact', () => {
  test('holds the changeset with inputs bound, the documents it needs and their contents', () => {
    const artifact = build();
    const text = sampleFiles['flows/main.yaml'] ?? '';

    expect(artifact.changeset.inputs).toEqual({ factor: 2 });
    expect(artifact.changeset.actions[1]).toMatchObject({
      document: { acwSettings: { timeoutMs: 30_000 }, memberGroups: [{ $ref: 'routing_skill/VIP' }] },
      set: { acwSettings: { timeoutMs: 60_000 } },
    });
    expect(artifact.contents).toEqual({ [digestText(text)]: text });
    expect(artifact.changeset.actions[2]).toMatchObject({
      document: { content: { $content: digestText(text), substitutions: { greeting: '${env.values.greeting}' } } },
    });
  });

  test('is the same, byte for byte, from the same sources in another place', () => {
    expect(artifactText(build())).toBe(artifactText(build()));
  });

  test('keeps its digest when lines move, comments change or line ends do, and loses it when a value changes', () => {
    const text = sampleFiles[changesetFile] ?? '';
    const before = build().digest;

    expect(build({ [changesetFile]: text.replace('spec:', '# a comment\nspec:') }).digest).toBe(before);
    expect(build({ 'flows/main.yaml': (sampleFiles['flows/main.yaml'] ?? '').replaceAll('\n', '\r\n') }).digest).toBe(
      before,
    );
    expect(build({ [changesetFile]: text.replace('60000', '60001') }).digest).not.toBe(before);
    expect(build({ 'flows/main.yaml': 'other: 1\n' }).digest).not.toBe(before);
    expect(build({}, { factor: 3 }).digest).not.toBe(before);
  });

  test('reads back as it was written, and has a statement beside it that says it is not signed', () => {
    const directory = createSampleProject();
    const artifact = buildArtifact({
      changesetName,
      project: loadProject(directory, sampleCatalogue),
      catalogue: sampleCatalogue,
    });
    const { path, provenancePath } = writeArtifact(directory, artifact, { builder: 'signalbox 0.1.0', commit: 'abc' });

    expect(path).toBe(join(directory, `vip-wrap-up-${artifact.digest.slice(7, 19)}.artifact.json`));
    expect(readArtifact(path)).toEqual(JSON.parse(JSON.stringify(artifact)));
    expect(JSON.parse(readFileSync(provenancePath ?? '', 'utf8'))).toMatchObject({
      artifact: { digest: artifact.digest },
      signature: null,
      note: expect.stringContaining('Not signed') as string,
    });
  });

  test('is refused when any one byte of its file changed', () => {
    const directory = createSampleProject();
    const { path } = writeArtifact(directory, build());
    const bytes = readFileSync(path);
    for (let position = 0; position < bytes.length; position += 7) {
      const changed = Buffer.from(bytes);
      changed[position] = (changed[position] ?? 0) ^ 1;
      writeFileSync(path, changed);
      expect(() => readArtifact(path), `byte ${position}`).toThrow(
        expect.objectContaining({ code: expect.stringMatching(/^SB202[56]$/u) as string }) as Error,
      );
    }
    writeFileSync(path, bytes.toString().replace('60000', '60001'));
    expect(() => readArtifact(path)).toThrow(/expected sha256:[0-9a-f]{64}, found sha256:[0-9a-f]{64}/u);
    writeFileSync(path, `${bytes.toString()}\n`);
    expect(() => readArtifact(path)).toThrow(expect.objectContaining({ code: 'SB2025' }) as Error);
  });

  test('is written whole or not at all', () => {
    const directory = createSampleProject({ blocked: 'a file where a folder should be' });

    expect(() => writeArtifact(join(directory, 'blocked'), build())).toThrow(
      expect.objectContaining({ code: 'SB2027' }) as Error,
    );
    expect(readdirSync(directory).filter((name) => name.includes('.part'))).toEqual([]);
  });
});

describe('documents of one environment', () => {
  const own = `apiVersion: signalbox/v1
kind: Resource
type: routing_queue
name: "VIP #1: Billing"
spec: { acwSettings: { timeoutMs: 45000 } }
`;

  test('change the shared one there: the action becomes one for the environment and one for the rest', () => {
    const actions = build({ 'environments/prod/config/vip.yaml': own }).changeset.actions.filter(
      (action) => action.kind === 'ensure' && action.target.type === 'routing_queue',
    );

    expect(actions).toMatchObject([
      { environments: ['dev'], document: { acwSettings: { timeoutMs: 30_000 } } },
      {
        environments: ['prod'],
        document: { acwSettings: { timeoutMs: 45_000 }, memberGroups: [{ $ref: 'routing_skill/VIP' }] },
      },
    ]);
  });

  test('are told from those of another key in other letters, where the type minds case', () => {
    const row = (key: string) =>
      `apiVersion: signalbox/v1\nkind: Resource\ntype: architect_datatable_row\ntable: Holidays\nkey: ${key}\nspec: { values: { of: ${key} } }\n`;
    const files = {
      'config/capital.yaml': row('ABC'),
      'config/small.yaml': row('abc'),
      [changesetFile]: (sampleFiles[changesetFile] ?? '').replace(
        '    - ensure: { type: routing_skill, name: VIP }',
        '    - ensure: { type: architect_datatable_row, table: Holidays, key: abc }\n      from: config',
      ),
    };

    expect(build(files).changeset.actions[0]).toMatchObject({ document: { values: { of: 'abc' } } });
    const project = loadProject(createSampleProject(files), sampleCatalogue);
    const keys = documentsIn(project, 'dev', sampleCatalogue).map(({ key }) => key.at(-1));
    expect(keys).toEqual(expect.arrayContaining(['ABC', 'abc']));
  });

  test('may be the only ones', () => {
    const files = {
      'environments/prod/config/vip.yaml': own,
      'config/routing/routing_queue/vip-1-billing.yaml': undefined,
    };
    const actions = build(files).changeset.actions.filter(
      (action) => action.kind === 'ensure' && action.target.type === 'routing_queue',
    );

    expect(actions).toMatchObject([{ environments: ['prod'], document: { acwSettings: { timeoutMs: 45_000 } } }]);
  });
});

describe('building is refused', () => {
  test.each<[string, { files?: Record<string, string>; inputs?: JsonObject }, string, string]>([
    ['for an input of the wrong kind', { inputs: { factor: 'two' } }, 'SB2023', 'must be a number'],
    ['for a value that is not allowed', { inputs: { factor: '5' } }, 'SB2023', 'allowed are 2, 3'],
    ['for an input nobody declared', { inputs: { facter: 2 } }, 'SB2023', 'Did you mean "factor"?'],
    [
      'for errors in the files',
      { files: { 'config/x.yaml': 'a: [' } },
      'SB2030',
      'An error stands in the way: SB2003 config/x.yaml',
    ],
  ])('%s', (_, { files, inputs }, code, text) => {
    expect(() => build(files, inputs)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(text) as string }) as Error,
    );
  });

  test('for a changeset that is not there, but not for errors in another changeset', () => {
    const project = loadProject(createSampleProject({ 'changesets/broken.yaml': 'a: [' }), sampleCatalogue);

    expect(() => buildArtifact({ changesetName: 'vip-wrapup', project, catalogue: sampleCatalogue })).toThrow(
      /Did you mean "vip-wrap-up"/u,
    );
    expect(buildArtifact({ changesetName, project, catalogue: sampleCatalogue }).digest).toMatch(/^sha256:/u);
  });
});
