import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';

const embedded = 'unset DATABASE_URL SIGNALBOX_DATABASE_SCHEMA;';
const isRoot = userInfo().uid === 0;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
  // PostgreSQL of an embedded store runs as another user, who must be able to come here.
  chmodSync(stage.directory, 0o755);
});

afterAll(async () => {
  await stage.close();
});

/** Mounts a disk of that size in the project; false where that needs rights this user does not have. */
function mountDisk(name: string, size: string): boolean {
  const path = join(stage.directory, name);
  try {
    mkdirSync(path);
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    rmSync(path, { recursive: true, force: true });
    return false;
  }
  onTestFinished(() => {
    execFileSync('umount', [path], { stdio: 'ignore' });
    rmSync(path, { recursive: true });
  });
  return true;
}

const needsMount = 'mounting a small disk needs root and the right to mount';

test('a build on a full disk is refused and leaves no part of an artifact', async ({ skip }) => {
  skip(!mountDisk('full', '8k'), needsMount);
  await stage.run('dd if=/dev/zero of=full/fill bs=1k 2>/dev/null');
  const said = await stage.refusal('signalbox build billing --out full', { exit: 1, code: 'SB2027' });
  expect(said).toContain('can not be written: the disk is full.');
  expect(readdirSync(join(stage.directory, 'full'))).toEqual(['fill']);
});

test('an export on a full disk is refused, keeps what was there and goes on once there is room', async ({ skip }) => {
  skip(!mountDisk('live', '2m'), needsMount);
  await stage.run('dd if=/dev/zero of=live/fill bs=1k 2>/dev/null');
  const said = await stage.run('signalbox export --env dev --into live');
  expect(said).toMatch(/error SB2027: [\s\S]*the disk is full[\s\S]* next: [\s\S]*\[exit 1\]/u);
  expect(await stage.run("find live -name '*.part' -o -name '*.yaml' -size 0")).toBe('');
  await stage.run('rm live/fill');
  expect(await stage.run('signalbox export --env dev --into live')).not.toContain('error');
});

test('a store on a full disk is refused before the organisation is asked anything', async ({ skip }) => {
  skip(!mountDisk('.signalbox', '2m'), needsMount);
  const asked = stage.simulator.usage.counts().length;
  const output = await stage.run(`${embedded} ${'signalbox deploy billing --env dev --yes'}`);
  expect(output).toMatch(
    /error SB5014: 2 MB are free for [\s\S]*the store needs 80\.[\s\S]* next: Free space[\s\S]*\[exit 1\]/u,
  );
  expect(stage.simulator.usage.counts()).toHaveLength(asked);
});

test('a file that may not grow is refused like a full disk', async () => {
  const said = await stage.refusal('ulimit -f 0; signalbox build billing', { exit: 1, code: 'SB2027' });
  expect(said).toContain('can not be written: the file would be larger than this process may write.');
});

test('a file where the store belongs is refused', async () => {
  await stage.run('echo x > .signalbox');
  const said = await stage.refusal(`${embedded} signalbox deploy billing --env dev --yes`, { exit: 1, code: 'SB5013' });
  expect(said).toContain('can not be used for the store: a part of the path is a file, not a directory.');
  await stage.run('rm .signalbox');
});

test('the store directory of somebody else and a folder that can not be read are refused', async ({ skip }) => {
  skip(!isRoot, 'only root can start a process as somebody else');
  const asNobody = 'setpriv --reuid=65534 --regid=65534 --clear-groups';
  const command = (words: string): string =>
    `HOME=/nonexistent ${asNobody} '${process.execPath}' '${join(import.meta.dirname, '../../src/cli/main.ts')}' ${words}`;
  const canStart = (await stage.run(`${command('--version')} 2>/dev/null`)).startsWith('0.');
  skip(!canStart, 'the checkout or its Node can not be read by other users, or there is no setpriv');

  await stage.run('mkdir -m 700 .signalbox');
  const store = await stage.refusal(`${embedded} ${command('deploy billing --env dev --yes')}`, {
    exit: 1,
    code: 'SB5013',
  });
  expect(store).toContain('can not be used for the store: permission is denied.');
  await stage.run('rm -r .signalbox; chmod 700 config/routing/routing_queue');
  const folder = await stage.refusal(command('validate'), { exit: 1, code: 'SB2001' });
  expect(folder).toContain('config/routing/routing_queue');
  await stage.run('chmod 755 config/routing/routing_queue');
});

test('a store server that does not answer is refused', async () => {
  const said = await stage.refusal(
    'DATABASE_URL=postgresql://nobody@localhost:1/x signalbox deploy billing --env dev --yes',
    { exit: 1, code: 'SB5001' },
  );
  expect(said).toContain('localhost:1/x does not answer');
});
