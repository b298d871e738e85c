import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askAddress } from './ask-address.ts';
import { runProgram } from './run-program.ts';

const ground = {
  directory: mkdtempSync(join(tmpdir(), 'signalbox-program-')),
  variables: { PATH: process.env['PATH'], SECRET_OF_OURS: 'hush' },
};
const program = (script: string, change: object = {}) => ({
  run: ['/bin/sh', '-c', script],
  env: {},
  facts: { changeset: 'vip' },
  timeoutMs: 10_000,
  ...change,
});

describe('a program that a test runs', () => {
  it('gets the facts on its standard input, the variables it is given, and none of ours', async () => {
    const call = program('read line; echo "$line $TOKEN [$SECRET_OF_OURS]"; pwd', { env: { TOKEN: 'given' } });
    expect(await runProgram(ground, call)).toEqual({
      kind: 'command',
      exitCode: 0,
      output: `{"changeset":"vip"} given []\n${ground.directory}\n`,
    });
  });

  it('that fails gives its exit code and the end of its output', async () => {
    const answer = await runProgram(ground, program('yes line | head -c 99000; echo the end >&2; exit 3'));
    expect(answer).toMatchObject({ kind: 'command', exitCode: 3 });
    const { output } = answer as { readonly output: string };
    expect(output.length).toBeLessThanOrEqual(64_000);
    expect(output).toContain('the end');
  });

  it('that takes too long is ended with everything it started', async () => {
    const started = Date.now();
    const script = 'sleep 60 & echo $!; sleep 60';
    const answer = await runProgram(ground, program(script, { timeoutMs: 300 }));

    expect(answer).toMatchObject({ kind: 'timeout' });
    expect(Date.now() - started).toBeLessThan(5_000);
    const child = Number((answer as { readonly output: string }).output.trim());
    await expect.poll(() => isRunning(child), { timeout: 5_000 }).toBe(false);
  });

  it('is ended with everything it started when the signal says so', async () => {
    const stop = new AbortController();
    const running = runProgram(ground, program('sleep 60 & echo $! > stopped.pid; sleep 60'), stop.signal);
    const child = await startedAs('stopped.pid');
    stop.abort();
    expect(await running).toMatchObject({ kind: 'command' });
    await expect.poll(() => isRunning(child), { timeout: 5_000 }).toBe(false);
  });

  it('goes when this process exits', async () => {
    const ours = `import { runProgram } from ${JSON.stringify(new URL('run-program.ts', import.meta.url).href)};
      const call = { run: ['/bin/sh', '-c', 'echo $$ > orphan.pid; sleep 60'], env: {}, facts: {}, timeoutMs: 60_000 };
      process.once('SIGTERM', () => process.exit(3));
      await runProgram({ directory: process.cwd(), variables: process.env }, call);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', ours], { cwd: ground.directory });
    const child = await startedAs('orphan.pid');
    parent.kill('SIGTERM');
    await expect.poll(() => isRunning(child), { timeout: 5_000 }).toBe(false);
  });

  it('leaves nothing running when it ends itself', async () => {
    const answer = await runProgram(ground, program('sleep 60 & echo $!'));
    expect(answer).toMatchObject({ kind: 'command', exitCode: 0 });
    const child = Number((answer as { readonly output: string }).output.trim());
    await expect.poll(() => isRunning(child), { timeout: 5_000 }).toBe(false);
  });

  it('that is not there is an error', async () => {
    const answer = await runProgram(ground, program('', { run: ['no-such-program-here'] }));
    expect(answer).toEqual({ kind: 'error', message: 'no-such-program-here can not be run (ENOENT)' });
  });
});

/** The process id in a file of the folder, as soon as it is there. */
async function startedAs(file: string): Promise<number> {
  const path = join(ground.directory, file);
  const read = (): number => (existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0);
  await expect.poll(read, { timeout: 10_000 }).toBeGreaterThan(0);
  return read();
}

/** A process that was ended and that nobody has asked about yet is no longer running. */
function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  return existsSync(stat) && !/\) [ZX] /u.test(readFileSync(stat, 'utf8'));
}

async function serving(
  work: (origin: string, asked: readonly { readonly method: string; readonly auth: string }[]) => Promise<void>,
): Promise<void> {
  const asked: { readonly method: string; readonly auth: string }[] = [];
  const server = createServer((request, response) => {
    asked.push({ method: request.method ?? '', auth: request.headers.authorization ?? '' });
    if (request.url === '/slow') return;
    if (request.url === '/moved') response.writeHead(302, { location: '/fine' }).end();
    else if (request.url === '/long') response.writeHead(200).end('long '.repeat(2_000_000));
    else response.writeHead(200).end('all is well');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const get = (url: string, timeoutMs = 5_000) => ({ url, method: 'GET' as const, headers: {}, timeoutMs });

describe('an address that a test asks', () => {
  it('gives status and answer, follows no redirection, and is left when it takes too long', async () => {
    await serving(async (origin, asked) => {
      const post = {
        ...get(`${origin}/fine`),
        method: 'POST' as const,
        body: '{}',
        headers: { authorization: 'Bearer x' },
      };
      expect(await askAddress(post)).toEqual({ kind: 'http', status: 200, body: 'all is well' });
      expect(asked).toEqual([{ method: 'POST', auth: 'Bearer x' }]);
      expect(await askAddress(get(`${origin}/moved`))).toMatchObject({ kind: 'http', status: 302 });
      expect(await askAddress(get(`${origin}/slow`, 200))).toEqual({ kind: 'timeout' });
      const stop = new AbortController();
      const asking = askAddress(get(`${origin}/slow`), stop.signal);
      stop.abort();
      expect(await asking).toMatchObject({ kind: 'error' });
      const long = await askAddress(get(`${origin}/long`));
      expect((long as { readonly body: string }).body.length).toBeLessThan(2_000_000);
    });
  });

  it('repeats no header that can not be sent', async () => {
    const answer = await askAddress({ ...get('http://127.0.0.1:1/'), headers: { authorization: 'hush\nhush' } });
    expect(answer).toMatchObject({ kind: 'error', message: expect.not.stringContaining('hush') as string });
  });

  it('where nobody listens is an error that does not repeat path and query', async () => {
    expect(await askAddress(get('http://127.0.0.1:1/path?token=hush'))).toEqual({
      kind: 'error',
      message: expect.stringMatching(/^http:\/\/127\.0\.0\.1:1 can not be asked \(\w/u) as string,
    });
  });
});
