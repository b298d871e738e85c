import { describe, expect, it } from 'vitest';
import { digestText } from '../../json/canonical-json.ts';
import { planOf, testCatalogue, type TestCase } from '../../plan/testing/test-world.ts';
import type { EffectRule, ResourceDescriptor } from '../../resource/descriptor.ts';
import { proposeChanges } from '../propose-changes.ts';
import { ensure, remove } from '../testing/reach-world.ts';

function catalogueWith(type: string, change: Partial<ResourceDescriptor>) {
  const find = (name: string): ResourceDescriptor | undefined => {
    const found = testCatalogue.find(name);
    return found === undefined || name !== type ? found : { ...found, ...change };
  };
  return { ...testCatalogue, find };
}

function linesOf(given: TestCase): readonly string[] {
  const { plan } = planOf(given, proposeChanges);
  return (plan.review?.sideEffects ?? []).map(
    ({ stepId, address, kind, text }) => `${stepId} ${address} ${kind}: ${text}`,
  );
}

const effects: readonly EffectRule[] = [
  { on: 'create', kind: 'comes-with', text: 'The platform makes a label with it.' },
  {
    on: 'update',
    kind: 'implicit-member',
    fields: ['note'],
    when: { field: 'size', is: 5 },
    text: 'The platform adds somebody.',
  },
];
const api = testCatalogue.find('crate')?.api as ResourceDescriptor['api'];
const box = { id: 'c1', name: 'Box', size: 5, note: 'old' };

interface Row {
  readonly name: string;
  readonly given: TestCase;
  readonly lines: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'a creation gets the defaults that it does not declare',
    given: { actions: [ensure('crate', 'Box', { settings: { timeoutMs: 5 } })] },
    lines: ['s1 crate/Box platform-default: The platform sets size to 10.'],
  },
  {
    name: 'what is declared or has no known default is told by the plan itself',
    given: { actions: [ensure('colour', 'Red')] },
    lines: [],
  },
  {
    name: 'what the descriptor knows of a creation',
    given: {
      actions: [ensure('crate', 'Box', { size: 1, settings: { timeoutMs: 5 } })],
      extra: { catalogue: catalogueWith('crate', { effects }) },
    },
    lines: ['s1 crate/Box comes-with: The platform makes a label with it.'],
  },
  {
    name: 'what the descriptor knows of an update, where the field is written and the condition holds',
    given: {
      live: { crate: [box] },
      actions: [ensure('crate', 'Box', { note: 'new' })],
      extra: { catalogue: catalogueWith('crate', { effects }) },
    },
    lines: ['s1 crate/Box implicit-member: The platform adds somebody.'],
  },
  {
    name: 'nothing where another field is written',
    given: {
      live: { crate: [box] },
      actions: [ensure('crate', 'Box', { settings: { timeoutMs: 2 } })],
      extra: { catalogue: catalogueWith('crate', { effects }) },
    },
    lines: [],
  },
  {
    name: 'nothing where the condition does not hold',
    given: {
      live: { crate: [{ ...box, size: 4 }] },
      actions: [ensure('crate', 'Box', { note: 'new' })],
      extra: { catalogue: catalogueWith('crate', { effects }) },
    },
    lines: [],
  },
  {
    name: 'a change that is published makes a version',
    given: {
      live: { crate: [box] },
      actions: [ensure('crate', 'Box', { note: 'new' })],
      extra: {
        catalogue: catalogueWith('crate', {
          api: { ...api, capability: { kind: 'publish', path: '/p', body: 'none' } },
        }),
      },
    },
    lines: ['s1 crate/Box dependent-version: Publishing gives the crate a new version.'],
  },
  {
    name: 'a draft is published only for fields that are not changed in place',
    given: {
      live: { crate: [box] },
      actions: [ensure('crate', 'Box', { note: 'new' })],
      extra: {
        catalogue: catalogueWith('crate', {
          api: {
            ...api,
            capability: { kind: 'draft-publish', draftPath: '/d', publishPath: '/p', publishedFields: ['note'] },
          },
        }),
      },
    },
    lines: [],
  },
  {
    name: 'new content is published as the first version',
    given: {
      contents: ['{"name":"Song"}'],
      actions: [ensure('tune', 'Song', { content: { $content: digestText('{"name":"Song"}') } })],
      extra: {
        catalogue: catalogueWith('tune', {
          api: { ...api, capability: { kind: 'flow-jobs', publishPath: '/p', exportPath: '/e', validatePath: '/v' } },
        }),
      },
    },
    lines: ['s1 tune/Song dependent-version: The tune is published as its first version.'],
  },
  {
    name: 'what goes with a deleted object',
    given: { live: { crate: [box] }, actions: [remove('crate', 'Box')] },
    lines: [
      's1 crate/Box goes-with: Whatever it has of crate_labels goes with it.',
      's1 crate/Box goes-with: Whatever it has of lock goes with it.',
      's1 crate/Box goes-with: Whatever it has of tag goes with it.',
    ],
  },
  {
    name: 'what the platform made with a deleted object',
    given: {
      live: { shelf: [{ id: 's1', room: 'A', name: 'Top' }], dust: [{ id: 'd1', name: 'Grey', on: { id: 's1' } }] },
      actions: [{ kind: 'delete', target: { type: 'shelf', key: ['A', 'Top'] } }],
    },
    lines: ['s1 dust/Grey goes-with: The platform removes dust/Grey, which it made together with it.'],
  },
  {
    name: 'what has to be written before a delete',
    given: {
      live: { colour: [{ id: 'k1', name: 'Red', shade: 'x' }] },
      actions: [remove('colour', 'Red')],
      extra: {
        catalogue: catalogueWith('colour', {
          api: { ...api, delete: { path: '/c/{id}', first: { state: 'inactive' } } },
        }),
      },
    },
    lines: ['s1 colour/Red forced-change: state is set to "inactive" before the delete: the platform asks for it.'],
  },
];

describe('side effects', () => {
  it.each(rows)('$name', ({ given, lines }) => {
    expect(linesOf(given)).toEqual(lines);
  });
});
