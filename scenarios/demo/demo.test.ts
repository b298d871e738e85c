import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/views/index.ts';

const main = join(import.meta.dirname, '../../src/cli/main.ts');

interface Telling {
  readonly child: ChildProcessWithoutNullStreams;
  /** Where it works; empty again when it cleaned up. */
  readonly directory: string;
  readonly done: Promise<{ readonly stdout: string; readonly stderr: string; readonly exitCode: number | null }>;
}

const directories: string[] = [];

/** Starts the demo in a temporary directory of its own, as a stranger would: no terminal, nothing configured. */
function tell(variables: Readonly<Record<string, string>> = {}): Telling {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'demo-test-')));
  chmodSync(directory, 0o755);
  directories.push(directory);
  const environment = { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: directory, ...variables };
  const child = spawn(process.execPath, [main, 'demo'], { cwd: directory, env: environment });
  const texts = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (texts.stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (texts.stderr += chunk));
  const done = new Promise<Awaited<Telling['done']>>((resolve) => {
    child.once('close', (exitCode) => resolve({ ...texts, exitCode }));
  });
  return { child, directory, done };
}

async function whenItSays(telling: Telling, words: RegExp): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let text = '';
    telling.child.stdout.on('data', (chunk: string) => {
      text += chunk;
      if (words.test(text)) resolve();
    });
    telling.child.once('close', () => reject(new Error(`the demo ended before it said ${words}`)));
  });
}

afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true, force: true });
});

describe('the demo', () => {
  const telling: Telling[] = [];
  let simulatorUrl: string | undefined;
  beforeAll(async () => {
    telling.push(
      tell(),
      tell({ SIGNALBOX_DEMO_SABOTAGE: '1', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }),
      tell(),
    );
    const [, , interrupted] = telling;
    if (interrupted === undefined) return;
    await whenItSays(interrupted, /signalbox deploy/u);
    interrupted.child.kill('SIGINT');
  });
  const result = async (index: number) => {
    const found = telling[index];
    if (found === undefined) throw new Error('the demo was not started');
    return { ...(await found.done), left: readdirSync(found.directory) };
  };

  it('tells the whole story, and every claim holds', async () => {
    const { stdout, stderr, exitCode, left } = await result(0);
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    for (const line of [
      'proven: dev, uat and prod have 5, 12, 50 queues.',
      'matched 14 objects of routing_queue',
      'Failed and taken back: ',
      'proven: all 27 objects of uat are as they were before, field by field.',
      'Deployment of vip-wrap-up to prod, resumed',
      'proven: nothing was applied twice: both processes together made 20 writes,',
      'by Róisín Byrne, ',
      'proven: all 66 objects of prod are as they were before the deployment, field',
      'flow VIP hold is published as version 3.0.',
    ]) {
      expect(stdout).toContain(line);
    }
    expect(stdout.match(/ {2}proven: /gu)).toHaveLength(14);
    expect(stdout).not.toContain('\u001B');
    expect(stdout.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
    expect(left).toEqual([]);
    simulatorUrl = /runs at (http\S+),/u.exec(stdout)?.[1];
    await expect(fetch(`${simulatorUrl}/simulator/organisations`)).rejects.toThrow('fetch failed');
  });

  it('ends with an error when one of its claims does not hold', async () => {
    const { stdout, stderr, exitCode, left } = await result(1);
    expect(exitCode).toBe(1);
    expect(stderr).toContain('error SB6021: The demo claims: all 27 objects of uat are as they were before,');
    expect(stderr.replaceAll(/\s+/gu, ' ')).toContain('This does not hold: queue Billing differs');
    expect(stdout).not.toContain('4. ');
    expect(left).toEqual([]);
  });

  it('cleans up when it is interrupted', async () => {
    const { stderr, exitCode, left } = await result(2);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('error SB6009: stopped by SIGINT');
    expect(left).toEqual([]);
  });
});
