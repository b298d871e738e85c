import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const launcher = join(import.meta.dirname, '../../dev');

/** Stands in for npm: notes its calls and makes what the real one makes of the packages. */
const npm = `#!/bin/sh
echo "$1" >>"$NPM_CALLS"
case "$1:$NPM_MODE" in
  ci:offline) echo 'npm error ENOTFOUND' >&2; exit 1 ;;
  ci:scripts-blocked | *:all-blocked) mkdir -p node_modules; exit 0 ;;
esac
sleep 0.5
mkdir -p node_modules/node/bin node_modules/.bin
ln -sf "$REAL_NODE" node_modules/node/bin/node
ln -sf ../node/bin/node node_modules/.bin/node
`;

it('installs once, passes arguments, the working directory and the exit code on', () => {
  const checkout = createCheckout("console.log(process.cwd(), process.argv.slice(2).join('|')); process.exitCode = 5;");
  const link = join(checkout.folder, 'elsewhere/sb');
  mkdirSync(dirname(link));
  symlinkSync('../repository/dev', link);

  const first = checkout.run(link, ['simulate', '--on', 'a b'], { cwd: dirname(link) });
  const second = checkout.run(link, ['simulate'], { cwd: dirname(link) });

  expect(first.stdout).toBe(`${dirname(link)} simulate|--on|a b\n`);
  expect([first.status, second.status]).toEqual([5, 5]);
  expect(checkout.npmCalls()).toEqual(['ci']);
});

it('installs again when package-lock.json changed', () => {
  const checkout = createCheckout('');
  checkout.run(checkout.dev, ['x']);

  writeFileSync(join(checkout.root, 'package-lock.json'), '{ "changed": true }');
  checkout.run(checkout.dev, ['x']);

  expect(checkout.npmCalls()).toEqual(['ci', 'ci']);
});

it('lets the second of two wait while the first installs', async () => {
  const checkout = createCheckout("console.log('ran');");

  const runs = await Promise.all([checkout.start(['x']).ended, checkout.start(['x']).ended]);

  expect(runs.map(({ stdout }) => stdout)).toEqual(['ran\n', 'ran\n']);
  expect(checkout.npmCalls()).toEqual(['ci']);
});

it('takes over the lock of an installation that died', () => {
  const checkout = createCheckout("console.log('ran');");
  const dead = spawnSync('true').pid;
  mkdirSync(join(checkout.root, '.dev-install.lock'));
  writeFileSync(join(checkout.root, '.dev-install.lock/pid'), String(dead));

  expect(checkout.run(checkout.dev, ['x']).stdout).toBe('ran\n');
  expect(existsSync(join(checkout.root, '.dev-install.lock'))).toBe(false);
});

it('runs the install scripts that npm left out', () => {
  const checkout = createCheckout("console.log('ran');", 'scripts-blocked');

  expect(checkout.run(checkout.dev, ['x']).stdout).toBe('ran\n');
  expect(checkout.npmCalls()).toEqual(['ci', 'rebuild']);
});

it('says what to do when the install scripts stay blocked', () => {
  const checkout = createCheckout('', 'all-blocked');

  const run = checkout.run(checkout.dev, ['x']);

  expect(run.status).toBe(1);
  expect(run.stderr).toContain(`cd ${checkout.root} && npm rebuild node`);
});

it('ends a test run in the plain line even when nothing could be installed', () => {
  const checkout = createCheckout('', 'offline');

  const run = checkout.run(checkout.dev, ['test']);

  expect(run.stdout).toBe('0 passed, 1 failed, 0 skipped\n');
  expect(run.status).toBe(1);
  expect(existsSync(join(checkout.root, '.dev-install.lock'))).toBe(false);
});

it('is replaced by the program, so that signals reach it', async () => {
  const checkout = createCheckout(
    "process.on('SIGTERM', () => process.exit(7)); console.log('ready'); setInterval(() => {}, 1000);",
  );
  checkout.run(checkout.dev, []);
  const started = checkout.start(['server']);

  await started.firstOutput;
  started.child.kill('SIGTERM');

  expect((await started.ended).status).toBe(7);
});

it('prints short help when alone', () => {
  const checkout = createCheckout('');

  expect(checkout.run(checkout.dev, []).stdout).toMatch(/\.\/dev demo.*\n\.\/dev test/);
  expect(checkout.npmCalls()).toEqual([]);
});

/** A folder with the launcher, a command line made of `program`, and the stand-in for npm on the path. */
function createCheckout(program: string, mode = 'normal') {
  const folder = mkdtempSync(join(tmpdir(), 'signalbox-launcher-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const root = join(folder, 'repository');
  mkdirSync(join(root, 'src/cli'), { recursive: true });
  mkdirSync(join(folder, 'bin'));
  cpSync(launcher, join(root, 'dev'));
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'src/cli/main.ts'), program);
  writeFileSync(join(folder, 'bin/npm'), npm);
  chmodSync(join(folder, 'bin/npm'), 0o755);
  const calls = join(folder, 'calls');
  writeFileSync(calls, '');
  const path = `${join(folder, 'bin')}:${process.env['PATH']}`;
  const env = { ...process.env, PATH: path, NPM_CALLS: calls, NPM_MODE: mode, REAL_NODE: process.execPath };
  const dev = join(root, 'dev');
  return {
    folder,
    root,
    dev,
    npmCalls: () => readFileSync(calls, 'utf8').split('\n').filter(Boolean),
    run: (program: string, parameters: readonly string[], options: { readonly cwd?: string } = {}) =>
      spawnSync(program, parameters, { env, encoding: 'utf8', ...options }),
    start: (parameters: readonly string[]) => start(dev, parameters, env),
  };
}

function start(dev: string, parameters: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(dev, parameters, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let stdout = '';
  const firstOutput = new Promise((resolve) => child.stdout.once('data', resolve));
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  const ended = new Promise<{ status: number | null; stdout: string }>((resolve) => {
    child.on('close', (status) => resolve({ status, stdout }));
  });
  return { child, firstOutput, ended };
}
