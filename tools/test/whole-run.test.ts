import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { cleanFiles, createFixtureProject } from '../testing/fixture-project.ts';

const opening = "import { beforeAll, describe, expect, it } from 'vitest';\nvoid [beforeAll, describe, expect];\n";
const passing = "it('passes', () => {});\n";

const runs: readonly {
  readonly name: string;
  readonly test: string;
  readonly ending: RegExp;
  readonly status: number;
}[] = [
  { name: 'all is well', test: passing, ending: /\n1 passed, 0 failed, 0 skipped\n$/, status: 0 },
  {
    name: 'a test is skipped with its reason',
    test: `${passing}it('waits', (context) => context.skip('no network'));`,
    ending: /\nskipped: src\/core\/a\.test\.ts > waits \(no network\)\n1 passed, 0 failed, 1 skipped\n$/,
    status: 0,
  },
  {
    name: 'a test fails',
    test: `${passing}it('fails', () => expect(1).toBe(2));`,
    ending: /\n1 passed, 1 failed, 0 skipped\n$/,
    status: 1,
  },
  {
    name: 'a file can not be loaded',
    test: `${passing}throw new Error('broken');`,
    ending: /\n0 passed, 1 failed, 0 skipped\n$/,
    status: 1,
  },
  {
    name: 'a beforeAll fails',
    test: `describe('suite', () => { beforeAll(() => { throw new Error('broken'); }); ${passing} });`,
    ending: /\n0 passed, 1 failed, 1 skipped\n$/,
    status: 1,
  },
  {
    name: 'a promise is rejected outside any test',
    test: "it('passes', () => { Promise.reject(new Error('stray')); return new Promise((r) => setTimeout(r, 50)); });",
    ending: /\n1 passed, 1 failed, 0 skipped\n$/,
    status: 1,
  },
  {
    name: 'the worker is killed',
    test: "it('dies', () => { process.kill(process.pid, 'SIGKILL'); return new Promise(() => {}); });",
    ending: /\n0 passed, [12] failed, 0 skipped\n$/,
    status: 1,
  },
  {
    name: 'the runner is killed',
    test: "it('kills', () => { process.kill(process.ppid, 'SIGKILL'); return new Promise((r) => setTimeout(r, 500)); });",
    ending: /vitest was ended by SIGKILL[^]*\n0 passed, 1 failed, 0 skipped\n$/,
    status: 1,
  },
];

it.for(runs)('ends in the plain line when $name', ({ test, ending, status }) => {
  const root = createFixtureProject({ ...cleanFiles, 'src/core/a.test.ts': opening + test });

  const run = runTests(root, ['src/core']);

  expect(run.stdout).toMatch(ending);
  expect(run.status).toBe(status);
});

it('counts each check as one test when all of it runs', () => {
  const root = createFixtureProject({ ...cleanFiles, 'src/core/a.test.ts': opening + passing });

  const run = runTests(root, []);

  expect(run.stdout).toMatch(/checks, each counted as one test\n/);
  expect(run.stdout).toMatch(/time used: [\d.]+ s\n6 passed, 1 failed, 0 skipped\n$/);
});

it('says so when no test matches', () => {
  const root = createFixtureProject(cleanFiles);

  const run = runTests(root, ['nothing-like-it']);

  expect(run.stdout).toMatch(/\n0 passed, 1 failed, 0 skipped\n$/);
});

function runTests(root: string, filters: readonly string[]) {
  const { SIGNALBOX_TALLY: _, VITEST: __, ...env } = process.env;
  return spawnSync(process.execPath, ['tools/test/main.ts', ...filters], { cwd: root, env, encoding: 'utf8' });
}
