import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/index.ts';
import type { Artifact } from '../../src/core/index.ts';
import { deploy, simulate } from '../../src/engine/index.ts';
import { buildFromGit } from '../../src/project/index.ts';
import { createInProcessWorld, type World } from '../world/index.ts';
import { edited, randomHistory, textOf, type ConfigFile, type FileEdit } from './random-files.ts';

const types = ['routing_queue', 'routing_wrapupcode', 'architect_schedules', 'architect_schedulegroups'] as const;

const request = {
  to: 'HEAD',
  given: { owner: 'dana@example.com', reason: 'random edits', workItem: 'CC-1' },
  renamed: new Map(),
  catalogue,
};

it('commit by commit, what is built from Git makes the organisation what the files say', async () => {
  const seen = { deployments: 0, renames: 0, deletes: 0 };

  await fc.assert(
    fc.asyncProperty(randomHistory, async (history) => {
      const directory = mkdtempSync(join(tmpdir(), 'signalbox-history-'));
      try {
        await live(directory, history, seen);
      } finally {
        rmSync(directory, { recursive: true, force: true });
      }
    }),
    { numRuns: 10, seed: 4 },
  );

  expect(seen.deployments).toBeGreaterThan(10);
  expect(seen.renames).toBeGreaterThan(0);
  expect(seen.deletes).toBeGreaterThan(2);
}, 180_000);

async function live(
  directory: string,
  history: readonly (readonly FileEdit[])[],
  seen: { deployments: number; renames: number; deletes: number },
): Promise<void> {
  const world = createInProcessWorld();
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=Dana', '-c', 'user.email=dana@example.com', ...args], { cwd: directory });
  let files: readonly ConfigFile[] = [];
  let serial = 0;
  git('init', '--quiet');
  write(directory, projectFiles(world));
  git('add', '--all');
  git('commit', '--quiet', '-m', 'nothing yet');
  for (const edits of history) {
    for (const edit of edits) files = edited(files, edit, ++serial);
    rmSync(join(directory, 'config'), { recursive: true, force: true });
    write(directory, Object.fromEntries(files.map((file) => [file.file, textOf(file, files)])));
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '-m', `edits ${serial}`);
    const build = buildFromGit({ ...request, directory, from: 'HEAD~1' });
    seen.renames += build.changes.filter(({ kind }) => kind === 'rename').length;
    seen.deletes += build.changes.filter(({ kind }) => kind === 'delete').length;
    if (build.built === undefined) continue;
    const report = await deploy(world.process({ process: `p${serial}` }), world.request(build.built.artifact));
    expect(report.outcome, `commit ${serial}: ${report.outcome}`).toContain('verified');
    seen.deployments += 1;
    await expectFiles(world, files, directory);
  }
}

async function expectFiles(world: World, files: readonly ConfigFile[], directory: string): Promise<void> {
  const handle = world.simulator.organisation('acme');
  for (const type of types) {
    const names = handle.entities(type).flatMap(({ name, state }) => (state === 'deleted' ? [] : String(name)));
    expect(names.toSorted(), `all of ${type}`).toEqual(
      files
        .filter((one) => one.type === type)
        .map(({ name }) => name)
        .toSorted(),
    );
  }
  const whole = wholeArtifact(directory);
  if (whole === undefined) return;
  const baseline = await world.store.readBaseline(world.environment.name);
  const ports = { reader: world.process({ process: 'check' }).platform, clock: world.clock };
  const { plan } = await simulate(ports, { ...world.request(whole), baseline });
  expect(plan.steps.filter(({ kind }) => kind !== 'noop')).toEqual([]);
}

/** Everything that the files say, as one change. */
function wholeArtifact(directory: string): Artifact | undefined {
  const first = execFileSync('git', ['rev-list', '--max-parents=0', 'HEAD'], {
    cwd: directory,
    encoding: 'utf8',
  }).trim();
  return buildFromGit({ ...request, directory, from: first }).built?.artifact;
}

function projectFiles(world: World): Readonly<Record<string, string>> {
  return {
    'signalbox.yaml': 'apiVersion: signalbox/v1\nkind: Project\nmetadata: { name: history }\nenvironments: [acme]\n',
    'environments/acme.yaml': `apiVersion: signalbox/v1
kind: Environment
metadata: { name: acme }
organisation: { id: ${world.organisation.id}, region: us-east-1 }
`,
  };
}

function write(directory: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
}
