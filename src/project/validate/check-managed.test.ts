import { expect, test } from 'vitest';
import { loadProject } from '../load/load-project.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject, sampleFiles } from '../testing/sample-project.ts';
import { checkManagedTypes } from './check-managed.ts';

function problemsOf(actions: string, dev: string): readonly string[] {
  const directory = createSampleProject({
    'environments/dev.yaml': `${sampleFiles['environments/dev.yaml'] ?? ''}types: { routing_skill: ${dev} }\n`,
    'changesets/managed.yaml': `apiVersion: signalbox/v1
kind: Changeset
metadata: { name: managed, owner: dana@example.com, reason: r, workItem: CC-1 }
spec: { actions: [${actions}] }
`,
  });
  const project = loadProject(directory, sampleCatalogue);
  return checkManagedTypes(project, sampleCatalogue)
    .filter(({ source }) => source?.file === 'changesets/managed.yaml')
    .map(({ code, severity, summary }) => `${severity} ${code} ${summary}`);
}

test.each<[string, string, readonly string[]]>([
  ['{ ensure: { type: routing_skill, name: A } }', 'manage', []],
  ['{ ensure: { type: routing_skill, name: A } }', 'seed', []],
  [
    '{ ensure: { type: routing_skill, name: A } }',
    'observe',
    ['warning SB2036 changesets/managed.yaml:4: routing_skill is not written in dev (observe).'],
  ],
  [
    '{ delete: { type: routing_skill, name: A }, environments: [dev] }',
    'reference',
    ['error SB2036 changesets/managed.yaml:4: routing_skill is not written in dev (reference).'],
  ],
  ['{ delete: { type: routing_skill, name: A }, environments: [prod] }', 'reference', []],
  ['{ forEach: { type: routing_skill }, do: [{ let: { a: 1 } }] }', 'observe', []],
])('%s with mode %s in dev', (actions, dev, problems) => {
  expect(problemsOf(actions, dev)).toEqual(problems);
});
