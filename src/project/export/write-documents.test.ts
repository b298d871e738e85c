import { appendFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { digestText } from '../../core/index.ts';
import { formatAddress } from '../../core/resource/index.ts';
import { loadProject } from '../load/load-project.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { createSampleProject } from '../testing/sample-project.ts';
import { validateProject } from '../validate/validate-project.ts';
import type { PortableDocument } from './portable-document.ts';
import { writeDocuments, type ExportResult } from './write-documents.ts';

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
): Promise<ExportResult> {
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

function filesBelow(directory: string, folder: string): readonly string[] {
  const entries = readdirSync(join(directory, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(directory, join(parentPath, name)))
    .toSorted();
}

function snapshotOf(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );
}

describe('writing documents', () => {
  test('says beside a content file what keeps its text as it is', async () => {
    const directory = createSampleProject();
    const substitutions = { name: '{{name}}' };
    const [flow] = documents.slice(-1);
    await write(directory, [
      {
        type: 'flow',
        key: ['inboundcall', 'Other'],
        contentText: 'inboundCall: {}\n',
        document: { content: { ...(flow?.document['content'] as object), substitutions } },
      },
    ]);
    const file = join(directory, 'environments/dev/live/flow/flow/inboundcall-other.yaml');
    expect(readFileSync(file, 'utf8')).toContain('substitutions:\n      name: "{{name}}"');
  });

  test('gives readable files with a fixed order of keys', async () => {
    const directory = createSampleProject();
    expect(await write(directory)).toEqual({ written: 8, unchanged: 0, removed: 0 });
    expect(filesBelow(directory, 'environments/dev/live')).toEqual([
      'environments/dev/live/.signalbox-export.jsonl',
      'environments/dev/live/architect/architect_datatable_row/holidays-2026-12-25.yaml',
      'environments/dev/live/flow/flow/inboundcall-main.content.yaml',
      'environments/dev/live/flow/flow/inboundcall-main.yaml',
      'environments/dev/live/knowledge/knowledge_variation/help-opening-hours-chat.yaml',
      'environments/dev/live/outbound/outbound_settings/organisation.yaml',
      expect.stringMatching(/routing_queue\/vip-1-billing-[0-9a-f]{8}\.yaml$/u),
      'environments/dev/live/routing/routing_queue/vip-1-billing.yaml',
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

  test('twice changes nothing', async () => {
    const directory = createSampleProject();
    await write(directory);
    const before = snapshotOf(directory);

    expect(await write(directory)).toMatchObject({ written: 0, removed: 0 });
    expect(snapshotOf(directory)).toEqual(before);
  });

  test('gives files that load without a fault and say what was written', async () => {
    const directory = createSampleProject();
    for (const name of ['config/routing/routing_queue/vip-1-billing.yaml'])
      expect(readFileSync(join(directory, name), 'utf8')).not.toBe('');
    await write(directory, documents, 'config');
    const project = loadProject(directory, sampleCatalogue);

    expect(validateProject(project, sampleCatalogue).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(project.documents.find(({ address }) => address === 'routing_queue/VIP #1: Billing')?.document).toEqual({
      description: 'yes',
      acwSettings: { b: null, timeoutMs: 1 },
      memberGroups: [{ $ref: 'routing_skill/VIP' }],
    });
  });

  test('names what there is one of not at all, and what hangs under a child by all it hangs under', async () => {
    const directory = createSampleProject();
    await write(directory);
    const read = (file: string): string => readFileSync(join(directory, 'environments/dev/live', file), 'utf8');

    expect(read('outbound/outbound_settings/organisation.yaml')).toBe(
      'apiVersion: signalbox/v1\nkind: Resource\ntype: outbound_settings\nspec:\n  maxCallsPerAgent: 5\n',
    );
    expect(read('knowledge/knowledge_variation/help-opening-hours-chat.yaml')).toContain(
      'base: Help\ndocument: Opening hours\nname: chat\n',
    );
  });

  test('keeps comments, labels and file names of files that people wrote', async () => {
    const directory = createSampleProject();
    const file = join(directory, 'config/routing/routing_queue/vip-1-billing.yaml');
    await write(
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

  test('leaves a flow text alone that the author keeps elsewhere with substitutions', async () => {
    const directory = createSampleProject();
    const before = readFileSync(join(directory, 'config/flow/flow/main.yaml'), 'utf8');
    await write(directory, documents.slice(4), 'config');

    expect(readFileSync(join(directory, 'config/flow/flow/main.yaml'), 'utf8')).toBe(before);
  });

  test('removes files of objects that are gone, but only its own, and only those that are known to be gone', async () => {
    const directory = createSampleProject();
    await write(directory);
    const mine = join(directory, 'environments/dev/live/routing/routing_queue/by-hand.yaml');
    writeFileSync(mine, 'apiVersion: signalbox/v1\nkind: Resource\ntype: routing_queue\nname: By hand\n');

    const before = filesBelow(directory, 'environments/dev/live');
    const missing = (): readonly string[] => {
      const now = new Set(filesBelow(directory, 'environments/dev/live'));
      return before.filter((file) => !now.has(file)).map((file) => file.replace(/^.*\//u, ''));
    };
    await write(directory, [], undefined, (address) => address.startsWith('routing_skill/'));
    expect(missing()).toEqual(['ubergroße-日本.yaml']);
    expect((await write(directory, documents.slice(1))).removed).toBe(1);
    expect(missing()).toEqual(['vip-1-billing.yaml']);
    expect((await write(directory, [])).removed).toBe(7);
    expect(readFileSync(mine, 'utf8')).toContain('By hand');
  });

  test('keeps a file name for good when a second object would have the same', async () => {
    const directory = createSampleProject();
    await write(directory, documents.slice(1, 2));
    await write(directory);

    expect(
      readFileSync(join(directory, 'environments/dev/live/routing/routing_queue/vip-1-billing.yaml'), 'utf8'),
    ).toContain('name: vip 1 billing');
  });

  test('says in a label who owns an object, beside the labels of the author', async () => {
    const directory = createSampleProject();
    const file = join(directory, 'config/routing/routing_queue/vip-1-billing.yaml');
    const queue = { type: 'routing_queue', key: ['VIP #1: Billing'], document: { description: 'yes' } };
    await write(directory, [{ ...queue, managedBy: 'terraform' }], 'config');
    expect(readFileSync(file, 'utf8')).toContain('labels: { tier: vip, managedBy: terraform }');

    await write(directory, [queue], 'config');
    expect(readFileSync(file, 'utf8')).toContain('labels: { tier: vip }');

    const live = 'environments/dev/live/routing/routing_queue/vip-1-billing.yaml';
    await write(directory, [{ ...queue, managedBy: 'hr' }]);
    expect(readFileSync(join(directory, live), 'utf8')).toContain(
      'name: "VIP #1: Billing"\nlabels:\n  managedBy: hr\nspec:',
    );
    expect(await write(directory, [{ ...queue, managedBy: 'hr' }])).toMatchObject({ written: 0, removed: 0 });
  });

  test('takes documents as they are made and has no more than a few waiting', async () => {
    const directory = createSampleProject();
    const waiting: number[] = [];
    function* many() {
      for (let made = 0; made < 300; made += 1) {
        if (made % 10 === 0) waiting.push(made - countOf(directory, skills));
        yield skill(`a${made}`);
      }
    }
    const into = 'environments/dev/live';
    await writeDocuments({ projectDirectory: directory, into, documents: many(), catalogue: sampleCatalogue });
    expect(Math.max(...waiting)).toBeLessThanOrEqual(64);
    expect(countOf(directory, skills)).toBe(300);
  });

  test('lets others have their turn while it writes and while it compares', async () => {
    const directory = createSampleProject();
    const many = Array.from({ length: 300 }, (_, index) => skill(`a${String(index).padStart(3, '0')}`));
    for (const _run of ['first', 'second']) {
      let turns = 0;
      const timer = setInterval(() => (turns += 1), 0);
      await write(directory, many);
      clearInterval(timer);
      expect(turns).toBeGreaterThan(1);
    }
  });
});

describe('writing documents over files that changed', () => {
  const skillFile = (slug: string): string => `${skills}/${slug}.yaml`;

  test('brings a file back that was edited, and keeps what its author wrote beside', async () => {
    const directory = createSampleProject();
    await write(directory, [queue('Sales', 'yes')]);
    const file = join(directory, 'environments/dev/live/routing/routing_queue/sales.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('description: yes', '# why\n  description: no'));

    expect(await write(directory, [queue('Sales', 'yes')])).toMatchObject({ written: 1 });
    expect(readFileSync(file, 'utf8')).toContain('# why\n  description: yes');
    expect(await write(directory, [queue('Sales', 'yes')])).toMatchObject({ written: 0, unchanged: 1 });
    expect(await write(directory, [queue('Sales', 'new')])).toMatchObject({ written: 1 });
    expect(readFileSync(file, 'utf8')).toContain('# why\n  description: new');
  });

  test('follows a file that was made to describe something else', async () => {
    const directory = createSampleProject();
    await write(directory, [skill('B')]);
    const file = join(directory, skillFile('b'));
    writeFileSync(file, readFileSync(file, 'utf8').replace('name: B', 'name: A'));

    await write(directory, [skill('A'), skill('B')]);
    expect(readFileSync(file, 'utf8')).toContain('name: A');
    expect(countOf(directory, skills)).toBe(2);
    expect(await write(directory, [skill('A'), skill('B')])).toEqual({ written: 0, unchanged: 2, removed: 0 });
  });

  test('puts a file back that was deleted, and follows one that was moved', async () => {
    const directory = createSampleProject();
    await write(directory, [skill('A'), skill('B')]);
    rmSync(join(directory, skillFile('a')));
    renameSync(join(directory, skillFile('b')), join(directory, skillFile('mine')));

    expect(await write(directory, [skill('A'), skill('B')])).toMatchObject({ written: 1, unchanged: 1 });
    expect(readdirSync(join(directory, skills)).toSorted()).toEqual(['a.yaml', 'mine.yaml']);
  });

  test('removes what an export left that died half-way, once its object is gone', async () => {
    const directory = createSampleProject();
    function* dying() {
      for (let made = 0; made < 100; made += 1) yield skill(`a${made}`);
      throw new Error('the power went');
    }
    const into = 'environments/dev/live';
    const request = { projectDirectory: directory, into, catalogue: sampleCatalogue };
    await expect(writeDocuments({ ...request, documents: dying() })).rejects.toThrow('the power went');
    expect(countOf(directory, skills)).toBe(64);

    // Whatever was being appended when it died is no reason to forget the rest.
    appendFileSync(join(directory, into, '.signalbox-export.jsonl'), '{"file":"rou');
    expect(await write(directory, [skill('a1'), skill('b')])).toEqual({ written: 1, unchanged: 1, removed: 63 });
    expect(readdirSync(join(directory, skills)).toSorted()).toEqual(['a1.yaml', 'b.yaml']);
    expect(readdirSync(join(directory, into)).toSorted()).toEqual(['.signalbox-export.jsonl', 'routing']);
  });

  test('touches nothing outside the folder, whatever the manifest says', async () => {
    const directory = createSampleProject();
    await write(directory, [skill('A')]);
    const manifest = join(directory, 'environments/dev/live/.signalbox-export.jsonl');
    appendFileSync(manifest, '{"file":"../../../signalbox.yaml","address":"routing_skill/Z"}\n');

    expect(await write(directory, [])).toMatchObject({ removed: 1 });
    expect(existsSync(join(directory, 'signalbox.yaml'))).toBe(true);
  });

  test('keeps entries of what it did not look at, in their order', async () => {
    const directory = createSampleProject();
    const manifest = join(directory, 'environments/dev/live/.signalbox-export.jsonl');
    await write(directory, [queue('Sales', 'x'), skill('A'), skill('B')]);
    const before = readFileSync(manifest, 'utf8');

    await write(directory, [skill('A')], undefined, () => false);
    expect(readFileSync(manifest, 'utf8')).toBe(before);
  });
});

const skills = 'environments/dev/live/routing/routing_skill';

function skill(name: string): PortableDocument {
  return { type: 'routing_skill', key: [name], document: {} };
}

function queue(name: string, description: string): PortableDocument {
  return { type: 'routing_queue', key: [name], document: { description } };
}

function countOf(directory: string, folder: string): number {
  return existsSync(join(directory, folder)) ? readdirSync(join(directory, folder)).length : 0;
}
