import { describe, expect, it } from 'vitest';
import { catalogue } from '../../catalog/index.ts';
import { digestText, type Json, type JsonObject } from '../../core/index.ts';
import { parseAddress, type Address } from '../../core/resource/index.ts';
import { contentFormats } from '../wiring/content-formats.ts';
import { draftReplay, type DraftInput } from './draft.ts';
import type { ReplayDocument } from './replay-source.ts';
import { settleSharedNames } from './shared-names.ts';

const address = (text: string): Address => parseAddress(text) ?? { type: '', key: [] };
const document = (text: string, fields: JsonObject = {}): ReplayDocument => ({
  ...address(text),
  document: fields,
  source: { file: text },
});
const ref = (text: string): Json => ({ $ref: text });

function draft(documents: readonly ReplayDocument[], change: Partial<DraftInput> = {}) {
  const found = draftReplay({
    catalogue,
    documents,
    contentFormats,
    contents: {},
    mappings: [],
    present: [address('auth_division/Home')],
    refused: new Map(),
    standing: new Set(),
    ...change,
  });
  return {
    made: found.documents.map(({ source, document: fields }) => [source.file, fields]),
    stubs: found.stubs.map(({ type, key, document: fields }) => [`${type}/${key.join('/')}`, fields]),
    notMade: found.notMade.map((remark) => `${remark.address}: ${remark.reason}`),
    leftOut: found.leftOut.map((remark) => `${remark.address}: ${remark.reason}`),
  };
}

describe('a draft of a replay', () => {
  it('makes documents that refer to each other and to what is there, in circles too, as they are', () => {
    const documents = [
      document('routing_queue/A', { backupQueue: ref('routing_queue/B'), division: ref('auth_division/home') }),
      document('routing_queue/B', { backupQueue: ref('routing_queue/A') }),
    ];
    const found = draft(documents);
    expect(found.made).toEqual(documents.map(({ source, document: fields }) => [source.file, fields]));
    expect([found.stubs, found.notMade, found.leftOut]).toEqual([[], [], []]);
  });

  it('makes by name what is missing where a name is enough, and says what it is', () => {
    const { stubs, leftOut } = draft([document('group/Team', { owners: [ref('user/ada@x.example')] })]);
    expect(stubs).toEqual([['user/ada@x.example', { name: 'ada@x.example', division: ref('auth_division/Home') }]]);
    expect(leftOut).toEqual([]);
  });

  it('leaves references out that lead nowhere: fields, and items of their list', () => {
    const queue = { description: 'x', queueFlow: ref('flow/inqueuecall/Wait'), list: [ref('script/S'), { a: 1 }] };
    const found = draft([document('routing_queue/A', queue)]);
    expect(found.made).toEqual([['routing_queue/A', { description: 'x', list: [{ a: 1 }] }]]);
    expect(found.leftOut).toEqual([
      'routing_queue/A: queueFlow is left out: flow/inqueuecall/Wait is not in the export',
      'routing_queue/A: list[] is left out: script/S is not in the export',
    ]);
  });

  it('gives up what can not be made, and what can not be without it', () => {
    const text = 'inboundCall:\n  name: Main\n  tasks:\n    - callCommonModule: { commonModule: { Lost: { v: 1 } } }\n';
    const found = draft(
      [
        document('script/S'),
        document('integration_action/Data/Find', { integrationId: ref('integration/Gone') }),
        document('flow/inboundcall/Main', { content: { $content: digestText(text) } }),
        document('architect_datatable_row/Lost table/x'),
      ],
      {
        contents: { [digestText(text)]: text },
        refused: new Map([['integration gone', 'it was refused']]),
      },
    );
    expect(found.made).toEqual([]);
    expect(found.notMade).toEqual([
      expect.stringMatching(/^script\/S: .*upload/u),
      'integration_action/Data/Find: it needs integrationId: integration/Gone is not in the export',
      'flow/inboundcall/Main: its content names flow/commonmodule/Lost, which is not in the export',
      'architect_datatable_row/Lost table/x: it belongs to architect_datatable/Lost table, which is not in the export',
    ]);
  });

  it('keeps references to what failed and stands nevertheless, and drops those to what failed', () => {
    const documents = [
      document('routing_skill/Fine'),
      document('routing_skill/Gone'),
      document('group/G', { a: ref('routing_skill/Fine'), b: ref('routing_skill/Gone') }),
    ];
    const refused = new Map([
      ['routing_skill fine', 'no'],
      ['routing_skill gone', 'no'],
    ]);
    const { made } = draft(documents, { refused, standing: new Set(['routing_skill fine']) });
    expect(made).toEqual([['group/G', { a: ref('routing_skill/Fine') }]]);
  });

  it('looks through mappings, and leaves references that are computed to the planner', () => {
    const fields = { a: ref('user/ada@dev.example'), b: ref('${env.values.queue}') };
    const { stubs, made } = draft([document('group/G', fields)], {
      mappings: [{ from: 'user/*@dev.example', to: 'user/*@example' }],
    });
    expect(stubs.map(([name]) => name)).toEqual(['user/ada@example']);
    expect(made).toEqual([['group/G', fields]]);
  });
});

it('of objects that share a name the first is recreated under it', () => {
  const documents = ['A', 'B~0a1b2c3d', 'B~4e5f6789', 'C~x', 'D~0a1b2c3d-4e5f6789'].map((name) =>
    document(`routing_queue/${name}`),
  );
  const settled = settleSharedNames(documents, catalogue);
  expect(settled.documents.map(({ key }) => key)).toEqual([['A'], ['B'], ['C~x'], ['D']]);
  expect(settled.renamed).toMatchObject([
    { reason: 'it is recreated as routing_queue/B' },
    { reason: 'it is recreated as routing_queue/D' },
  ]);
  expect(settled.notMade.map((remark) => remark.address)).toEqual(['routing_queue/B~4e5f6789']);
});
