import { expect, test } from 'vitest';
import { loadProject } from '../load/load-project.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject, sampleFiles } from '../testing/sample-project.ts';
import { validateProject } from './validate-project.ts';

function warningsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const project = loadProject(createSampleProject(files), sampleCatalogue);
  return validateProject(project, sampleCatalogue)
    .filter(({ code }) => code === 'SB2028')
    .map(
      ({ severity, summary, remedy }) => `${severity} ${summary}${remedy.includes('exec:') ? ' Remedy: exec:' : ''}`,
    );
}

const dev = sampleFiles['environments/dev.yaml'] ?? '';

test('a reference that nothing can read is told of wherever one may stand, with what to use instead', () => {
  expect(
    warningsOf({
      'changesets/keys.yaml': `apiVersion: signalbox/v1
kind: Changeset
metadata: { name: keys, owner: dana@example.com, reason: r, workItem: CC-1 }
spec:
  inputs:
    pin: { type: secret, default: { reference: "aws-sm:pin", version: 2 } }
    note: { type: string, default: "vault:is only a text here" }
  actions:
    - ensure: { type: integration_credential, name: A }
      set: { credentialFields: { password: { $secret: "vault:kv/a" }, other: { $secret: "exec:pass a" } } }
`,
      'environments/dev.yaml': `${dev.replace('file:dev-read.json', 'vault:kv/dev')}tests:
  - name: the web hook answers
    http: { url: "https://example.com/", headers: { authorization: { secret: "vault:kv/hook" } } }
`,
    }),
  ).toEqual([
    'warning changesets/keys.yaml:6: aws-sm:pin can not be read: its kind is not supported yet. Remedy: exec:',
    'warning changesets/keys.yaml:10: vault:kv/a can not be read: its kind is not supported yet. Remedy: exec:',
    'warning environments/dev.yaml:5: vault:kv/dev can not be read: its kind is not supported yet. Remedy: exec:',
    'warning environments/dev.yaml:7: vault:kv/hook can not be read: its kind is not supported yet. Remedy: exec:',
  ]);
});

test('references that can be read are fine', () => {
  expect(warningsOf({})).toEqual([]);
});
