import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { artifactText } from '../artifact/artifact-file.ts';
import { buildArtifact } from '../artifact/build-artifact.ts';
import { loadProject } from '../load/load-project.ts';
import { sampleCatalogue } from '../testing/sample-catalogue.ts';
import { sampleFiles } from '../testing/sample-project.ts';
import { createSampleRepository, documentFile, type Files } from '../testing/sample-repository.ts';

const vip = 'config/routing/routing_queue/vip-1-billing.yaml';
const skill = 'config/routing/routing_skill/vip.yaml';

const queue = (name: string, ms: number, more = ''): string =>
  documentFile(
    `type: routing_queue\nname: ${name}`,
    `acwSettings: { timeoutMs: ${ms}, wrapupPrompt: MANDATORY }\n${more}`,
  );
const code = (name: string, description = ''): string =>
  documentFile(`type: routing_wrapupcode\nname: ${name}`, description === '' ? '' : `description: ${description}`);

interface Row {
  readonly name: string;
  readonly before?: Files;
  readonly after: Files;
  readonly expected: readonly string[];
}

const rows: readonly Row[] = [
  { name: 'a new file', after: { 'config/a.yaml': queue('A', 1) }, expected: ['ensure routing_queue/A'] },
  {
    name: 'a changed field',
    before: { 'config/a.yaml': queue('A', 1) },
    after: { 'config/a.yaml': queue('A', 2) },
    expected: ['ensure routing_queue/A'],
  },
  {
    name: 'a comment, quotes and order only',
    before: { 'config/a.yaml': queue('A', 1, 'description: x') },
    after: {
      'config/a.yaml': `# why\n${documentFile('type: routing_queue\nname: "A"', 'description: "x"\nacwSettings: { wrapupPrompt: MANDATORY, timeoutMs: 1 }')}`,
    },
    expected: [],
  },
  {
    name: 'a deleted file',
    before: { 'config/a.yaml': queue('A', 1) },
    after: { 'config/a.yaml': undefined },
    expected: ['delete routing_queue/A'],
  },
  {
    name: 'a deleted file of a seeded type',
    after: { 'config/architect/architect_datatable_row/holidays-2026-12-25.yaml': undefined },
    expected: [],
  },
  {
    name: 'a deleted file of what there is exactly one of',
    before: { 'config/o.yaml': documentFile('type: outbound_settings', 'maxCallsPerAgent: 4') },
    after: { 'config/o.yaml': undefined },
    expected: [],
  },
  {
    name: 'a file moved between folders',
    before: { 'config/routing/a.yaml': queue('A', 1) },
    after: { 'config/routing/a.yaml': undefined, 'config/architect/störung.yaml': queue('A', 1) },
    expected: [],
  },
  {
    name: 'another name in the same file',
    before: { 'config/a.yaml': queue('A', 1) },
    after: { 'config/a.yaml': queue('Störungsdienst', 1) },
    expected: ['rename routing_queue/A to Störungsdienst'],
  },
  {
    name: 'another name and other values in the same file',
    before: { 'config/a.yaml': queue('A', 1, 'description: x') },
    after: { 'config/a.yaml': queue('B', 2, 'description: x') },
    expected: ['rename routing_queue/A to B', 'ensure routing_queue/B'],
  },
  {
    name: 'another object in the same file',
    before: { 'config/a.yaml': queue('A', 1, 'description: x') },
    after: {
      'config/a.yaml': documentFile('type: routing_queue\nname: Zebra', 'description: other'),
    },
    expected: ['delete routing_queue/A', 'ensure routing_queue/Zebra'],
  },
  {
    name: 'another name in another file, with the same content',
    before: { 'config/a.yaml': queue('A', 1, 'description: x') },
    after: { 'config/a.yaml': undefined, 'config/b.yaml': queue('B', 1, 'description: x') },
    expected: ['rename routing_queue/A to B'],
  },
  {
    name: 'another name in another file, with nearly the same content',
    before: {
      'config/a.yaml': queue(
        'A',
        1,
        'description: x\nmemberGroups: [{ $ref: routing_skill/VIP }, { $ref: routing_skill/Two }]',
      ),
    },
    after: {
      'config/a.yaml': undefined,
      'config/b.yaml': queue(
        'B',
        1,
        'description: y\nmemberGroups: [{ $ref: routing_skill/VIP }, { $ref: routing_skill/Two }]',
      ),
    },
    expected: ['rename routing_queue/A to B', 'ensure routing_queue/B'],
  },
  {
    name: 'objects without content, in other files, under other names',
    before: { 'config/a.yaml': code('Done') },
    after: { 'config/a.yaml': undefined, 'config/b.yaml': code('Transferred') },
    expected: ['delete routing_wrapupcode/Done', 'ensure routing_wrapupcode/Transferred'],
  },
  {
    name: 'objects without content whose names are alike',
    before: { 'config/a.yaml': code('Callback promised') },
    after: { 'config/a.yaml': undefined, 'config/b.yaml': code('Callback is promised') },
    expected: ['rename routing_wrapupcode/Callback promised to Callback is promised'],
  },
  {
    name: 'the same name in other letters',
    before: { 'config/a.yaml': code('done') },
    after: { 'config/a.yaml': code('Done') },
    expected: ['rename routing_wrapupcode/done to Done'],
  },
  {
    name: 'a name that another object gives up',
    before: { 'config/a.yaml': queue('A', 1, 'description: x'), 'config/b.yaml': queue('B', 2, 'description: y') },
    after: { 'config/a.yaml': queue('B', 1, 'description: x'), 'config/b.yaml': queue('C', 2, 'description: y') },
    // B is described before and after, so only a person can tell that it is another one now.
    expected: ['delete routing_queue/A', 'ensure routing_queue/B', 'ensure routing_queue/C'],
  },
  {
    name: 'an object deleted for another one that takes its name',
    before: { 'config/a.yaml': queue('A', 1), 'config/r.yaml': documentFile('type: routing_skill\nname: S') },
    after: { 'config/a.yaml': undefined, 'config/r.yaml': documentFile('type: routing_skill\nname: A') },
    expected: ['delete routing_queue/A', 'rename routing_skill/S to A'],
  },
  {
    name: 'a name that can not be changed',
    before: { 'config/l.yaml': documentFile('type: routing_language\nname: Nihongo') },
    after: { 'config/l.yaml': documentFile('type: routing_language\nname: Japanese') },
    expected: ['delete routing_language/Nihongo', 'ensure routing_language/Japanese'],
  },
  {
    name: 'a reference to something renamed',
    after: {
      [skill]: documentFile('type: routing_skill\nname: Gold'),
      [vip]: documentFile(
        'type: routing_queue\nname: "VIP #1: Billing"\nlabels: { tier: vip }',
        'acwSettings: { timeoutMs: 30000 }\nmemberGroups:\n  - { $ref: routing_skill/Gold }',
      ),
    },
    expected: ['rename routing_skill/VIP to Gold'],
  },
  {
    name: 'what hangs under something renamed',
    before: {
      'config/k.yaml': documentFile('type: knowledge_base\nname: Help'),
      'config/d.yaml': documentFile('type: knowledge_document\nbase: Help\ntitle: Hours', 'state: Published'),
      'config/v.yaml': documentFile('type: knowledge_variation\nbase: Help\ndocument: Hours\nname: chat', 'body: x'),
    },
    after: {
      'config/k.yaml': documentFile('type: knowledge_base\nname: Answers'),
      'config/d.yaml': documentFile('type: knowledge_document\nbase: Answers\ntitle: Hours', 'state: Published'),
      'config/v.yaml': documentFile('type: knowledge_variation\nbase: Answers\ndocument: Hours\nname: chat', 'body: y'),
    },
    expected: ['rename knowledge_base/Help to Answers', 'ensure knowledge_variation/Answers/Hours/chat'],
  },
  {
    name: 'children deleted with what they hang under',
    before: {
      'config/k.yaml': documentFile('type: knowledge_base\nname: Help'),
      'config/d.yaml': documentFile('type: knowledge_document\nbase: Help\ntitle: Hours', 'state: Published'),
    },
    after: { 'config/k.yaml': undefined, 'config/d.yaml': undefined },
    expected: ['delete knowledge_document/Help/Hours', 'delete knowledge_base/Help'],
  },
  {
    name: 'the content file that a document names',
    after: { 'flows/main.yaml': 'inboundCall:\n  name: Main\n  greeting: "Good day, {{greeting}}"\n' },
    expected: ['ensure flow/inboundcall/Main'],
  },
  {
    name: 'a content file under another name',
    after: {
      'flows/main.yaml': undefined,
      'flows/other.yaml': 'inboundCall:\n  name: Main\n  greeting: "{{greeting}}"\n',
      'config/flow/flow/main.yaml': documentFile(
        'type: flow\nflowType: inboundcall\nname: Main',
        'content: { file: flows/other.yaml, substitutions: { greeting: "${env.values.greeting}" } }',
      ),
    },
    expected: [],
  },
  {
    name: 'references before what refers to them',
    after: {
      'config/a.yaml': queue('A', 1, 'queueFlow: { $ref: routing_wrapupcode/Z }'),
      'config/z.yaml': code('Z'),
    },
    expected: ['ensure routing_wrapupcode/Z', 'ensure routing_queue/A'],
  },
  {
    name: 'new objects that refer to each other',
    after: {
      'config/a.yaml': queue('A', 1, 'queueFlow: { $ref: routing_queue/B }'),
      'config/b.yaml': queue('B', 1, 'queueFlow: { $ref: routing_queue/A }'),
    },
    expected: [
      'announce routing_queue/A',
      'announce routing_queue/B',
      'ensure routing_queue/A',
      'ensure routing_queue/B',
    ],
  },
  {
    name: "an environment's own document",
    after: {
      'environments/prod/config/vip.yaml': documentFile(
        'type: routing_queue\nname: "VIP #1: Billing"',
        'description: only here',
      ),
    },
    expected: ['ensure routing_queue/VIP #1: Billing in prod'],
  },
  {
    name: "an environment's own document taken away",
    before: {
      'environments/prod/config/vip.yaml': documentFile(
        'type: routing_queue\nname: "VIP #1: Billing"',
        'description: only here',
      ),
    },
    after: { 'environments/prod/config/vip.yaml': undefined },
    expected: ['ensure routing_queue/VIP #1: Billing in prod'],
  },
  {
    name: 'a shared document deleted while an environment has one of its own',
    before: {
      'config/a.yaml': queue('A', 1),
      'environments/prod/config/a.yaml': documentFile('type: routing_queue\nname: A', 'description: here'),
    },
    after: { 'config/a.yaml': undefined },
    expected: ['delete routing_queue/A in dev', 'ensure routing_queue/A in prod'],
  },
  {
    name: 'an environment taken out of environments:',
    before: { 'config/a.yaml': documentFile('type: routing_wrapupcode\nname: A\nenvironments: [dev, prod]') },
    after: { 'config/a.yaml': documentFile('type: routing_wrapupcode\nname: A\nenvironments: [dev]') },
    expected: [],
  },
  {
    name: 'a type that is only observed in one environment',
    before: { 'environments/dev.yaml': environment('dev', 'types: { routing_queue: observe }') },
    after: { 'config/a.yaml': queue('A', 1) },
    expected: ['ensure routing_queue/A in prod'],
  },
  { name: 'files elsewhere', after: { 'README.md': 'x', 'environments/dev/live/a.yaml': queue('A', 1) }, expected: [] },
];

function environment(name: string, more: string): string {
  return `apiVersion: signalbox/v1
kind: Environment
metadata: { name: ${name} }
organisation: { id: 11111111-2222-4333-8444-555555555551, region: mypurecloud.ie }
${more}
`;
}

describe('a changeset out of Git', () => {
  test.each(rows)('says what it means: $name', ({ before = {}, after, expected }) => {
    const repository = createSampleRepository(before);
    repository.commit(after);

    expect(repository.actions()).toEqual(expected);
  });

  test('tells of deleted files whose objects stay in one line for each reason', () => {
    const row = (key: string): string =>
      documentFile(`type: architect_datatable_row\ntable: Holidays\nkey: "${key}"`, 'values: { open: false }');
    const files = ['a', 'b', 'c', 'd'].map((name) => [`config/rows/${name}.yaml`, row(name)] as const);
    const repository = createSampleRepository({
      ...Object.fromEntries(files),
      'config/o.yaml': documentFile('type: outbound_settings'),
    });
    repository.commit({ ...Object.fromEntries(files.map(([file]) => [file, undefined])), 'config/o.yaml': undefined });

    expect(repository.build().notices.map(({ summary }) => summary)).toEqual([
      'config/o.yaml was deleted, and its object stays: every organisation has its set of outbound settings',
      '4 files were deleted, and their objects stay: architect_datatable_row is kept in mode "seed" in dev, prod. They are config/rows/a.yaml, config/rows/b.yaml, config/rows/c.yaml and 1 more',
    ]);
  });

  test('warns where a name was changed that the platform keeps, and where an environment keeps what was shared', () => {
    const repository = createSampleRepository({
      'config/l.yaml': documentFile('type: routing_language\nname: Nihongo'),
      'config/a.yaml': queue('A', 1),
      'environments/prod/config/a.yaml': documentFile('type: routing_queue\nname: A', 'description: here'),
    });
    repository.commit({
      'config/l.yaml': documentFile('type: routing_language\nname: Japanese'),
      'config/a.yaml': undefined,
    });

    expect(repository.build().notices.map(({ code: found, severity }) => `${severity} ${found}`)).toEqual([
      'warning SB2059',
      'warning SB2055',
    ]);
  });

  test('has the same bytes from the same revisions, whatever is checked out, and builds again from its saved file', () => {
    const repository = createSampleRepository();
    const from = repository.git('rev-parse', 'HEAD');
    const to = repository.commit({ 'config/a.yaml': queue('"A #1: {x}"', 1), [skill]: undefined }, 'one');
    const first = repository.build({ from, to }).built;
    repository.commit({ 'config/a.yaml': queue('Other', 5) }, 'two');
    repository.write({ 'config/b.yaml': queue('B', 5) });
    const second = repository.build({ from, to }).built;

    expect(first && artifactText(first.artifact)).toBe(second && artifactText(second.artifact));
    repository.git('stash', '--include-untracked');
    repository.git('checkout', '--quiet', to);
    writeFileSync(join(repository.directory, 'changesets/cc-1.yaml'), first?.text ?? '');
    const project = loadProject(repository.directory, sampleCatalogue);
    expect(buildArtifact({ changesetName: 'cc-1', project, catalogue: sampleCatalogue }).digest).toBe(
      first?.artifact.digest,
    );
  });

  test('keeps its digest when the branch is squashed and comments move', () => {
    const repository = createSampleRepository();
    const from = repository.git('rev-parse', 'HEAD');
    repository.commit({ 'config/a.yaml': queue('A', 1) });
    const branch = repository.commit({ 'config/b.yaml': `# a comment\n${queue('B', 1)}` });
    repository.git('checkout', '--quiet', '-b', 'squashed', from);
    const squashed = repository.commit({ 'config/a.yaml': queue('A', 1), 'config/b.yaml': queue('B', 1) });

    const [one, other] = [branch, squashed].map((to) => repository.build({ from, to }).built?.artifact.digest);
    expect(one).toBe(other);
  });

  test('writes a changeset that people can read', async () => {
    const repository = createSampleRepository({
      'config/old.yaml': code('"Old #1"', 'x'),
      'config/gone.yaml': code('Gone'),
    });
    repository.commit({
      'config/old.yaml': undefined,
      'config/new.yaml': code('Nouveau', 'x'),
      'config/gone.yaml': undefined,
      [vip]: documentFile(
        'type: routing_queue\nname: "VIP #1: Billing"\nlabels: { tier: vip }',
        'description: VIP callers\nacwSettings: { timeoutMs: 45000 }',
      ),
      'environments/prod/config/k.yaml': code('störung'),
    });
    const text = repository.build({ renamed: new Map([['routing_wrapupcode/Old #1', 'Nouveau']]) }).built?.text ?? '';

    const steady = text.replaceAll(/\b[\da-f]{12}\b/gu, 'abcdef012345');
    await expect(steady).toMatchFileSnapshot('golden/changeset.txt');
  });

  test('compares with where two branches parted, so that what others did is no part of it', () => {
    const repository = createSampleRepository();
    repository.git('checkout', '--quiet', '-b', 'mine');
    repository.commit({ 'config/mine.yaml': code('Mine') });
    repository.git('checkout', '--quiet', 'main');
    repository.commit({ 'config/theirs.yaml': code('Theirs') });

    expect(repository.actions({ from: 'main', to: 'mine' })).toEqual(['ensure routing_wrapupcode/Mine']);
    expect(repository.build({ from: 'main', to: 'mine' }).notices).toMatchObject([
      { code: 'SB2059', severity: 'info' },
    ]);
    repository.git('merge', '--quiet', '--no-edit', 'mine');
    expect(repository.actions({ from: 'HEAD^1' })).toEqual(['ensure routing_wrapupcode/Mine']);
  });

  test('leaves out what the project does not ask for, and the saved changeset is a valid one', () => {
    const settings = sampleFiles['signalbox.yaml'] ?? '';
    const repository = createSampleRepository({
      'signalbox.yaml': `${settings}changes: { require: [owner, reason] }\n`,
    });
    repository.commit({ 'config/a.yaml': code('A') });

    const { built } = repository.build({ given: { owner: 'lee@example.com', reason: 'a trial' } });
    expect(built?.text).not.toContain('workItem');
    expect(built?.artifact.changeset.metadata).toMatchObject({ name: 'changes-from-git', workItem: '' });
    repository.write({ 'changesets/changes-from-git.yaml': built?.text });
    const project = loadProject(repository.directory, sampleCatalogue);
    expect(project.diagnostics).toEqual([]);
    expect(buildArtifact({ changesetName: 'changes-from-git', project, catalogue: sampleCatalogue }).digest).toBe(
      built?.artifact.digest,
    );
  });

  test('goes the way back when told so', () => {
    const repository = createSampleRepository();
    repository.commit({ 'config/a.yaml': code('A') });

    expect(repository.actions({ from: 'HEAD', to: 'HEAD~1' })).toEqual(['delete routing_wrapupcode/A']);
  });

  test('takes the files as they lie in the folder with `.`, and else tells of what is not committed', () => {
    const repository = createSampleRepository();
    repository.write({ 'config/a.yaml': code('A'), [skill]: undefined, 'flows/main.yaml': 'inboundCall: {}\n' });

    const here = repository.build({ from: 'HEAD', to: '.' });
    expect(here.built?.origin).toMatchObject({ dirty: true });
    expect(here.changes.map(({ kind, target }) => `${kind} ${target.key.join('/')}`)).toEqual([
      'delete VIP',
      'ensure inboundcall/Main',
      'ensure A',
    ]);
    const committed = repository.build({ from: 'HEAD' });
    expect(committed.built).toBeUndefined();
    expect(committed.notices).toMatchObject([{ code: 'SB2057', severity: 'warning' }]);
    expect(committed.notices[0]?.summary).toContain('config/a.yaml');
  });

  test('finds a project below the root of its repository', () => {
    const repository = createSampleRepository();
    const parts = ['config', 'changesets', 'environments', 'flows', 'signalbox.yaml'];
    writeFileSync(join(repository.directory, 'note.txt'), 'x');
    repository.commit({ 'centre/keep': 'x' });
    repository.git('mv', ...parts, 'centre/');
    repository.commit({});
    repository.commit({ 'centre/config/a.yaml': code('A') });
    repository.write({ 'centre/config/b.yaml': code('B') });

    const build = repository.build({ directory: join(repository.directory, 'centre') });
    expect(build.changes).toMatchObject([{ kind: 'ensure', target: { key: ['A'] } }]);
    expect(build.notices.map(({ summary }) => summary).join('\n')).toContain('config/b.yaml');
    expect(readFileSync(join(repository.directory, 'note.txt'), 'utf8')).toBe('x');
  });
});
