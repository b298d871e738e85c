import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { catalogue } from '../../catalog/index.ts';
import { SignalboxError } from '../../core/index.ts';
import { findSources } from './find-sources.ts';

const head = 'apiVersion: signalbox/v1\nkind: Resource\n';
const skill = (name: string): string => `${head}type: routing_skill\nname: ${name}\nspec: {}\n`;
const flow = `${head}type: flow\nflowType: inboundcall\nname: Main\nspec:\n  content: { file: environments/dev/live/main.content.yaml }\n`;
const environment = (name: string, last: number): string =>
  `apiVersion: signalbox/v1\nkind: Environment\nmetadata: { name: ${name} }\norganisation: { id: 11111111-2222-4333-8444-55555555555${last}, region: us-east-1 }\nvalues: { where: ${name} }\n`;
const project = {
  'signalbox.yaml': 'apiVersion: signalbox/v1\nkind: Project\nmetadata: { name: sample }\nenvironments: [dev, prod]\n',
  'environments/dev.yaml': environment('dev', 1),
  'environments/prod.yaml': environment('prod', 2),
  'config/a.yaml': skill('Shared'),
  'environments/dev/live/french.yaml': skill('French'),
  'environments/dev/live/main.yaml': flow,
  'environments/dev/live/main.content.yaml': 'inboundCall: {}\n',
};

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'find-sources-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const keysIn = (folder: string) =>
  findSources(folder, catalogue).sources.map(({ name, folder: from, documents, rules }) => ({
    name,
    from,
    id: rules?.organisationId.slice(-1),
    keys: documents.map(({ key }) => key.join('/')),
  }));

describe('the organisations of a folder', () => {
  it('are those of a project: exports where there are some, else what config/ says', () => {
    expect(keysIn(folderWith(project))).toEqual([
      { name: 'dev', from: 'environments/dev/live', id: '1', keys: ['French', 'inboundcall/Main'] },
      { name: 'prod', from: 'config', id: '2', keys: ['Shared'] },
    ]);
  });

  it('is the one that an exported folder holds, with its contents, in a project and without', () => {
    const { 'signalbox.yaml': _none, ...moved } = project;
    for (const files of [project, moved]) {
      const [source] = findSources(join(folderWith(files), 'environments/dev/live'), catalogue).sources;
      expect(source).toMatchObject({ name: 'dev', folder: 'environments/dev/live' });
      expect(Object.values(source?.contents ?? {})).toEqual(['inboundCall: {}\n']);
    }
    expect(keysIn(join(folderWith(project), 'config'))).toMatchObject([{ name: 'config', keys: ['Shared'] }]);
  });

  it('are none where files have errors, which are told', () => {
    const files = { ...project, 'environments/dev/live/x.yaml': 'a: [\n', 'environments/dev/live/y.yaml': 'b: 1\n' };
    const { sources, diagnostics } = findSources(join(folderWith(files), 'environments/dev/live'), catalogue);
    expect(sources).toEqual([]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['SB2003', 'SB2007']);
  });

  it('does not mind an id inside a text', () => {
    const text = `${skill('French').replace('spec: {}', 'labels: { a: 11111111-2222-4333-8444-555555555551 }\nspec: {}')}`;
    expect(keysIn(folderWith({ 'x.yaml': text }))).toMatchObject([{ keys: ['French'] }]);
  });

  it.each([
    ['there is no such folder', {}, 'nowhere', 'SB6001'],
    ['it holds no documents', { 'empty/readme.md': '' }, 'empty', 'SB6023'],
  ])('are refused where %s', (_, files, path, code) => {
    const find = () => findSources(join(folderWith(files), path), catalogue);
    expect(find).toThrow(SignalboxError);
    expect(find).toThrow(expect.objectContaining({ code }) as Error);
  });
});
