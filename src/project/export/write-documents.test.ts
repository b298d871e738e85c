import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestText } from '../../core/index.ts';
import { formatAddress } from '../../core/resource/index.ts';
import { loadProject } from '../load/load-project.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject } from '../testing/sample-project.ts';
import { validateProject } from '../validate/validate-project.ts';
import { writeDocuments, type ExportResult, type PortableDocument } from './write-documents.ts';

const flowText = 'inboundCall:\n  name: Main';
const documents: readonly PortableDocument[] = [
  {
    type: 'routing_queue',
    key: ['VIP #1: Billing'],
    document: {
      name: 'VIP #1: Billing',
      memberGroups: [{ $ref: 'routing_skill/VIP' }],
      acwSettings: { timeoutMs: 1, b: null },
      description: 'yes',
    },
  },
  { type: 'routing_queue', key: ['vip 1 billing'], document: {} },
  { type: 'routing_skill', key: ['Übergröße 日本'], document: {} },
  {
    type: 'architect_datatable_row',
    key: ['Holidays', '2026-12-25'],
    document: { values: { open: false, '0123': '0123' } },
  },
  { type: 'outbound_settings', key: ['organisation'], document: { maxCallsPerAgent: 5 } },
  { type: 'knowledge_variation', key: ['Help', 'Opening hours', 'chat'], document: { body: 'nine to five' } },
  {
    type: 'flow',
    key: ['inboundcall', 'Main'],
    document: { content: { $content: digestText(flowText) } },
    contentText: flowText,
  },
];

function write(
  directory: string,
  given = documents,
  into = 'environments/dev/live',
  isGone?: (address: string) => boolean,
): ExportResult {
  const addressed = given.map((document) => ({ document, address: formatAddress(document) }));
  return writeDocuments({
    projectDirectory: directory,
    into,
    documents: addressed
      .toSorted((left, right) => (left.address < right.address ? -1 : 1))
      .map(({ document }) => document),
    catalogue: sampleCatalogue,
    isGone,
  });
}

function snapshotOf(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );
}

describe('writing documents', () => {
  test('gives readable files with a fixed order of keys', () => {
    const directory = createSampleProject();
    const { written } = write(directory);

    expect(written).toEqual([
      'environments/dev/live/architect/architect_datatable_row/holidays-2026-12-25.yaml',
      'environments/dev/live/flow/flow/inboundcall-main.yaml',
      'environments/dev/live/flow/flow/inboundcall-main.content.yaml',
      'environments/dev/live/knowledge/knowledge_variation/help-opening-hours-chat.yaml',
      'environments/dev/live/outbound/outbound_settings/organisation.yaml',
      'environments/dev/live/routing/routing_queue/vip-1-billing.yaml',
      expect.stringMatching(/routing_queue\/vip-1-billing-[0-9a-f]{8}\.yaml$/u),
      'environments/dev/live/routing/routing_skill/ubergroße-日本.yaml',
    ]);
    expect(readFileSync(join(directory, 'environments/dev/live/routing/routing_queue/vip-1-billing.yaml'), 'utf8'))
      .toBe(`apiVersion: signalbox/v1
kind: Resource
type: routing_queue
name: "VIP #1: Billing"
spec:
  description: yes
  acwSettings:
    b: null
    timeoutMs: 1
  memberGroups:
    - $ref: routing_skill/VIP
`);
  });

  test('twice changes nothing', () => {
    const directory = createSampleProject();
    write(directory);
    const before = snapshotOf(directory);

    expect(write(directory)).toMatchObject({ written: [], removed: [] });
    expect(snapshotOf(directory)).toEqual(before);
  });

  test('gives files that load without a fault and say what was written', () => {
    const directory = createSampleProject();
    for (const name of ['config/routing/routing_queue/vip-1-billing.yaml'])
      expect(readFileSync(join(directory, name), 'utf8')).not.toBe('');
    write(directory, documents, 'config');
    const project = loadProject(directory, sampleCatalogue);

    expect(validateProject(project, sampleCatalogue).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(project.documents.find(({ address }) => address === 'routing_queue/VIP #1: Billing')?.document).toEqual({
      description: 'yes',
      acwSettings: { b: null, timeoutMs: 1 },
      memberGroups: [{ $ref: 'routing_skill/VIP' }],
    });
  });

  test('names what there is one of not at all, and what hangs under a child by all it hangs under', () => {
    const directory = createSampleProject();
    write(directory);
    const read = (file: string): string => readFileSync(join(directory, 'environments/dev/live', file), 'utf8');

    expect(read('outbound/outbound_settings/organisation.yaml')).toBe(
      'apiVersion: signalbox/v1\nkind: Resource\ntype: outbound_settings\nspec:\n  maxCallsPerAgent: 5\n',
    );
    expect(read('knowledge/knowledge_variation/help-opening-hours-chat.yaml')).toContain(
      'base: Help\ndocument: Opening hours\nname: chat\n',
    );
  });

  test('keeps comments, labels and file names of files that people wrote', () => {
    const directory = createSampleProject();
    const file = join(directory, 'config/routing/routing_queue/vip-1-billing.yaml');
    write(
      directory,
      [
        {
          type: 'routing_queue',
          key: ['VIP #1: Billing'],
          document: { acwSettings: { timeoutMs: 5 }, memberGroups: [{ $ref: 'routing_skill/VIP' }] },
        },
      ],
      'config',
    );

    expect(readFileSync(file, 'utf8')).toContain('# agreed with the union\n  acwSettings: { timeoutMs: 5 }');
    expect(readFileSync(file, 'utf8')).toContain('labels: { tier: vip }');
  });

  test('leaves a flow text alone that the author keeps elsewhere with substitutions', () => {
    const directory = createSampleProject();
    const before = readFileSync(join(directory, 'config/flow/flow/main.yaml'), 'utf8');
    write(directory, documents.slice(4), 'config');

    expect(readFileSync(join(directory, 'config/flow/flow/main.yaml'), 'utf8')).toBe(before);
  });

  test('removes files of objects that are gone, but only its own, and only those that are known to be gone', () => {
    const directory = createSampleProject();
    write(directory);
    const mine = join(directory, 'environments/dev/live/routing/routing_queue/by-hand.yaml');
    writeFileSync(mine, 'apiVersion: signalbox/v1\nkind: Resource\ntype: routing_queue\nname: By hand\n');

    expect(write(directory, [], undefined, (address) => address.startsWith('routing_skill/')).removed).toEqual([
      'environments/dev/live/routing/routing_skill/ubergroße-日本.yaml',
    ]);
    expect(write(directory, documents.slice(1)).removed).toEqual([
      'environments/dev/live/routing/routing_queue/vip-1-billing.yaml',
    ]);
    expect(write(directory, []).removed).toHaveLength(7);
    expect(readFileSync(mine, 'utf8')).toContain('By hand');
  });

  test('keeps a file name for good when a second object would have the same', () => {
    const directory = createSampleProject();
    write(directory, documents.slice(1, 2));
    write(directory);

    expect(
      readFileSync(join(directory, 'environments/dev/live/routing/routing_queue/vip-1-billing.yaml'), 'utf8'),
    ).toContain('name: vip 1 billing');
  });

  test('says in a label who owns an object, beside the labels of the author', () => {
    const directory = createSampleProject();
    const file = join(directory, 'config/routing/routing_queue/vip-1-billing.yaml');
    const queue = { type: 'routing_queue', key: ['VIP #1: Billing'], document: { description: 'yes' } };
    write(directory, [{ ...queue, managedBy: 'terraform' }], 'config');
    expect(readFileSync(file, 'utf8')).toContain('labels: { tier: vip, managedBy: terraform }');

    write(directory, [queue], 'config');
    expect(readFileSync(file, 'utf8')).toContain('labels: { tier: vip }');

    const live = 'environments/dev/live/routing/routing_queue/vip-1-billing.yaml';
    write(directory, [{ ...queue, managedBy: 'hr' }]);
    expect(readFileSync(join(directory, live), 'utf8')).toContain(
      'name: "VIP #1: Billing"\nlabels:\n  managedBy: hr\nspec:',
    );
    expect(write(directory, [{ ...queue, managedBy: 'hr' }])).toMatchObject({ written: [], removed: [] });
  });

  test('takes documents one by one and keeps none', () => {
    const directory = createSampleProject();
    let asked = 0;
    function* many() {
      for (const name of ['a', 'b', 'c']) {
        // Each is in its file before the next one is asked for.
        expect(existsSync(join(directory, `environments/dev/live/routing/routing_skill/${name}.yaml`))).toBe(false);
        asked += 1;
        yield { type: 'routing_skill', key: [name], document: {} };
        expect(existsSync(join(directory, `environments/dev/live/routing/routing_skill/${name}.yaml`))).toBe(true);
      }
    }
    const into = 'environments/dev/live';
    writeDocuments({ projectDirectory: directory, into, documents: many(), catalogue: sampleCatalogue });
    expect(asked).toBe(3);
  });
});
