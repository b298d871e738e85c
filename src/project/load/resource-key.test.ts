import { describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject } from '../testing/sample-project.ts';
import { validateProject } from '../validate/validate-project.ts';
import { loadProject } from './load-project.ts';

const file = 'changesets/keys.yaml';

function changesetWith(action: string): ReturnType<typeof loadProject> {
  const head = `apiVersion: signalbox/v1
kind: Changeset
metadata: { name: keys, owner: dana@example.com, reason: keys of every form, workItem: CC-1 }
spec:
  actions:
`;
  return loadProject(createSampleProject({ [file]: `${head}    - ${action}\n` }), sampleCatalogue);
}

function targetOf(action: string): unknown {
  const found = changesetWith(action).changesets.find(({ yaml }) => yaml.file === file);
  const first = found?.actions[0]?.action;
  return first !== undefined && 'target' in first ? first.target : undefined;
}

describe('an object is named', () => {
  const named = [
    { name: 'by its name', target: '{ type: routing_skill, name: VIP }', key: ['VIP'] },
    { name: 'by nothing where there is one of it', target: '{ type: outbound_settings }', key: ['organisation'] },
    {
      name: 'by its word where there is one of it',
      target: '{ type: outbound_settings, name: organisation }',
      key: ['organisation'],
    },
    {
      name: 'by what it hangs under',
      target: '{ type: knowledge_document, base: Help, title: Hours }',
      key: ['Help', 'Hours'],
    },
    {
      name: 'by all it hangs under',
      target: '{ type: knowledge_variation, base: Help, document: Hours, name: chat }',
      key: ['Help', 'Hours', 'chat'],
    },
  ];

  it.each(named)('$name', ({ target, key }) => {
    expect(targetOf(`ensure: ${target}`)).toMatchObject({ key });
  });
});

describe('a key is refused', () => {
  const refused = [
    {
      name: 'with another word for what there is one of',
      action: 'ensure: { type: outbound_settings, name: mine }',
      code: 'SB2012',
    },
    {
      name: 'without a part of it',
      action: 'ensure: { type: knowledge_variation, document: Hours, name: chat }',
      code: 'SB2012',
    },
    { name: 'with a part too many', action: 'ensure: { type: outbound_settings, title: x }', code: 'SB2008' },
    {
      name: 'in a reference with parts missing',
      action:
        'ensure: { type: routing_queue, name: Q }\n      set: { queueFlow: { $ref: knowledge_variation/Hours/chat } }',
      code: 'SB2012',
    },
    {
      name: 'in a reference to what there is one of',
      action: 'ensure: { type: routing_queue, name: Q }\n      set: { queueFlow: { $ref: outbound_settings/mine } }',
      code: 'SB2012',
    },
  ];

  it.each(refused)('$name', ({ action, code }) => {
    const diagnostics = validateProject(changesetWith(action), sampleCatalogue);
    expect(diagnostics.filter(({ source }) => source?.file === file).map((found) => found.code)).toEqual([code]);
  });
});

it('reads a document without a name where there is one of it', () => {
  const path = 'config/outbound/outbound_settings/organisation.yaml';
  const text = 'apiVersion: signalbox/v1\nkind: Resource\ntype: outbound_settings\nspec: { maxCallsPerAgent: 5 }\n';
  const project = loadProject(createSampleProject({ [path]: text }), sampleCatalogue);
  expect(validateProject(project, sampleCatalogue)).toEqual([]);
  expect(project.documents.map(({ address }) => address)).toContain('outbound_settings/organisation');
});
