import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createSampleProject } from '../testing/sample-project.ts';
import { createSampleRepository, documentFile } from '../testing/sample-repository.ts';

const failing = (code: string, message: string): Error =>
  expect.objectContaining({ code, message: expect.stringContaining(message) as string }) as Error;

const code = (name: string): string => documentFile(`type: routing_wrapupcode\nname: ${name}`);
const queue = (name: string, ms: number): string =>
  documentFile(
    `type: routing_queue\nname: ${name}`,
    `acwSettings: { timeoutMs: ${ms}, wrapupPrompt: MANDATORY }\ndescription: same`,
  );

function temporaryFolder(): string {
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-git-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

describe('a changeset out of Git is refused', () => {
  test('where the folder is in no repository', () => {
    const repository = createSampleRepository();
    const directory = createSampleProject();

    expect(() => repository.build({ directory })).toThrow(failing('SB2050', 'not a git repository'));
  });

  test('where there is no git', () => {
    const repository = createSampleRepository();
    vi.stubEnv('PATH', temporaryFolder());
    onTestFinished(() => void vi.unstubAllEnvs());

    expect(() => repository.build()).toThrow(failing('SB2050', 'no git on the PATH'));
  });

  test.each([
    ['an unknown revision', 'release-2', 'knows no revision release-2'],
    ['one that is misspelt', 'mian', 'Did you mean "main"?'],
    ['one that looks like a flag', '--output=x', 'knows no revision --output=x'],
    ['a file instead of a commit', 'HEAD:signalbox.yaml', 'knows no revision'],
  ])('for %s', (_, from, message) => {
    expect(() => createSampleRepository().build({ from })).toThrow(failing('SB2051', message));
  });

  test('in a clone that holds a part of the history only', () => {
    const repository = createSampleRepository();
    repository.commit({ 'config/a.yaml': code('A') });
    repository.git('tag', 'v1', 'HEAD~1');
    const directory = join(temporaryFolder(), 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${repository.directory}`, directory], {
      stdio: 'pipe',
    });

    expect(() => repository.build({ directory, from: 'HEAD~1' })).toThrow(
      failing('SB2052', 'a part of the history only'),
    );
    execFileSync('git', ['-C', directory, 'fetch', '--quiet', '--depth', '1', 'origin', 'tag', 'v1'], {
      stdio: 'pipe',
    });
    expect(() => repository.build({ directory, from: 'v1' })).toThrow(failing('SB2052', 'holds a part of it only'));
  });

  test('between histories that have nothing in common', () => {
    const repository = createSampleRepository();
    repository.git('checkout', '--quiet', '--orphan', 'other');
    repository.commit({}, 'another beginning');

    expect(() => repository.build({ from: 'main', to: 'other' })).toThrow(failing('SB2052', 'none in common'));
  });

  test('where two renames are equally likely, until somebody says which', () => {
    const repository = createSampleRepository({
      'config/a.yaml': queue('One A', 1),
      'config/b.yaml': queue('One B', 1),
    });
    repository.commit({ 'config/a.yaml': undefined, 'config/b.yaml': undefined, 'config/c.yaml': queue('Zwei', 1) });

    expect(() => repository.build()).toThrow(
      failing('SB2053', 'routing_queue/One A to "Zwei"; routing_queue/One B to "Zwei"'),
    );
    expect(repository.actions({ renamed: new Map([['routing_queue/One B', 'Zwei']]) })).toEqual([
      'delete routing_queue/One A',
      'rename routing_queue/One B to Zwei',
    ]);
    const none = new Map([
      ['routing_queue/One A', ''],
      ['routing_queue/One B', ''],
    ]);
    expect(repository.actions({ renamed: none })).toEqual([
      'delete routing_queue/One A',
      'delete routing_queue/One B',
      'ensure routing_queue/Zwei',
    ]);
  });

  test('where a rename is named that can not be', () => {
    const repository = createSampleRepository({ 'config/a.yaml': queue('A', 1) });
    repository.commit({ 'config/a.yaml': undefined, 'config/c.yaml': queue('C', 1) });

    expect(() => repository.build({ renamed: new Map([['routing_queue/AB', 'C']]) })).toThrow(
      failing('SB2053', 'no file described at the earlier revision'),
    );
    expect(() => repository.build({ renamed: new Map([['routing_queue/A', 'D']]) })).toThrow(
      failing('SB2053', 'no new file describes routing_queue/D'),
    );
  });

  test('where the later revision has errors, with the first of them', () => {
    const repository = createSampleRepository();
    repository.commit({ 'config/a.yaml': documentFile('type: routing_queue\nname: A', 'acwSetting: {}') });

    expect(() => repository.build()).toThrow(failing('SB2030', 'config/a.yaml:6: "acwSetting" is not a field'));
  });

  test('where the later revision holds no project', () => {
    const repository = createSampleRepository();
    repository.commit({ 'signalbox.yaml': undefined });

    expect(() => repository.build()).toThrow(failing('SB2051', 'no signalbox.yaml'));
  });
});

describe('a file that can not be read as it was', () => {
  test('is ensured whole where it is still there, and deletes nothing where it is not', () => {
    const repository = createSampleRepository({ 'config/a.yaml': 'name: [', 'config/b.yaml': 'kind: Resource\n' });
    repository.commit({ 'config/a.yaml': code('A'), 'config/b.yaml': undefined });

    const build = repository.build();
    expect(build.changes).toMatchObject([{ kind: 'ensure', target: { key: ['A'] } }]);
    expect(build.notices.map(({ code: found, source }) => `${found} ${source?.file ?? ''}`)).toEqual([
      'SB2054 config/a.yaml',
      'SB2054 config/b.yaml',
    ]);
  });
});

test('a content file that is kept in Git LFS is refused with that reason', () => {
  const repository = createSampleRepository();
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n';
  repository.commit({ 'flows/main.yaml': pointer });

  expect(() => repository.build()).toThrow(failing('SB2030', 'flows/main.yaml'));
});
