import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../open-store.ts';
import { startWorker, type Worker } from '../testing/start-worker.ts';
import { findPlace } from './place.ts';
import { findAccount } from './account.ts';
import { isPostmasterAlive, readPostmaster } from './postmaster-file.ts';

let directory = '';
let workers: Worker[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'sb-'));
  chmodSync(directory, 0o755);
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  workers = [];
  const store = await openStore({ directory }).catch(() => undefined);
  await store?.close();
  rmSync(directory, { recursive: true, force: true });
});

async function start(): Promise<Worker> {
  const worker = await startWorker({ directory });
  workers.push(worker);
  return worker;
}

/** Pid of the running server; undefined when none runs. */
function runningServer(): number | undefined {
  const place = findPlace(join(directory, 'postgres'), findAccount());
  const found = readPostmaster(place);
  return found !== undefined && isPostmasterAlive(place, found) ? found.pid : undefined;
}

async function becomeHolder(worker: Worker): Promise<void> {
  expect((await worker.ask({ do: 'acquire', holder: String(worker.pid), ttlMs: 600_000 })).code).toBeUndefined();
}

describe('several processes', () => {
  it('that start at once on an empty directory share one server', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, start));
    expect(all.map(({ opened }) => opened.code)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    const fences = await Promise.all(
      all.map((worker) => worker.ask({ do: 'acquire', holder: String(worker.pid), ttlMs: 60_000 })),
    );
    expect(fences.filter(({ value }) => value !== null)).toHaveLength(1);
    expect(readdirSync(join(directory, 'postgres')).filter((name) => name.startsWith('data'))).toEqual(['data']);
    await Promise.all(all.map((worker) => worker.close()));
    expect(runningServer()).toBeUndefined();
  });

  it('stop the server only when the last of them leaves', async () => {
    const [first, second] = [await start(), await start()];
    const server = runningServer();
    await first.close();
    expect(runningServer()).toBe(server);
    expect((await second.ask({ do: 'count', runId: 'run_1' })).value).toBe(0);
    await second.close();
    expect(runningServer()).toBeUndefined();
  });

  it('that come and go all the time never lose the server under each other', async () => {
    const visits = Array.from({ length: 4 }, async () => {
      for (let visit = 0; visit < 4; visit += 1) {
        const worker = await startWorker({ directory });
        const asked =
          worker.opened.code === undefined ? await worker.ask({ do: 'count', runId: 'run_1' }) : worker.opened;
        await worker.close();
        expect(asked).toEqual({ value: 0 });
      }
    });
    await Promise.all(visits);
    expect(runningServer()).toBeUndefined();
  });
});

describe('after a crash', () => {
  it('of Node, the next process joins the server that was left and stops it in the end', async () => {
    const first = await start();
    await becomeHolder(first);
    await first.ask({ do: 'add-run', runId: 'run_1' });
    await first.ask({ do: 'append', runId: 'run_1', seq: 1 });
    const server = runningServer();
    await first.kill();
    const second = await start();
    expect(runningServer()).toBe(server);
    expect((await second.ask({ do: 'count', runId: 'run_1' })).value).toBe(1);
    await second.close();
    expect(runningServer()).toBeUndefined();
  });

  it('of the server, every acknowledged row is there and the open store goes on', async () => {
    const worker = await start();
    await becomeHolder(worker);
    await worker.ask({ do: 'add-run', runId: 'run_1' });
    const server = runningServer() ?? 0;
    let acknowledged = 0;
    let unknown = 0;
    for (let attempt = 1; attempt <= 40; attempt += 1) {
      if (attempt === 20) process.kill(server, 'SIGKILL');
      const counted = await worker.ask({ do: 'count', runId: 'run_1' });
      expect(counted.message).toBeUndefined();
      const { code } = await worker.ask({ do: 'append', runId: 'run_1', seq: Number(counted.value) + 1 });
      expect([undefined, 'SB5002']).toContain(code);
      if (code === undefined) acknowledged += 1;
      else unknown += 1;
    }
    const kept = await worker.ask({ do: 'count', runId: 'run_1' });
    expect(runningServer()).not.toBe(server);
    expect(acknowledged).toBeGreaterThan(30);
    expect(Number(kept.value) - acknowledged).toBeGreaterThanOrEqual(0);
    expect(Number(kept.value) - acknowledged).toBeLessThanOrEqual(unknown);
    const other = await start();
    expect(await other.ask({ do: 'count', runId: 'run_1' })).toEqual(kept);
  });

  it('while the data directory was being made, it is made again', async () => {
    const home = join(directory, 'postgres');
    const drafts = () => (existsSync(home) ? readdirSync(home).filter((name) => name.startsWith('data.new-')) : []);
    let pid = 0;
    const broken = startWorker({ directory, onSpawn: (started) => (pid = started) });
    await expect.poll(() => drafts().length, { interval: 5, timeout: 10_000 }).toBe(1);
    process.kill(pid, 'SIGKILL');
    expect((await broken).opened.code).toBe('ended');
    expect(drafts()).toHaveLength(1);
    const next = await start();
    expect(next.opened.message).toBeUndefined();
    const draftsAfterAnother = async () => {
      await (await start()).close();
      return drafts();
    };
    await expect.poll(draftsAfterAnother, { interval: 300, timeout: 10_000 }).toEqual([]);
  });

  it('with a leftover file that names a process of somebody else, the server starts', async () => {
    await (await start()).close();
    const lines = [
      process.pid,
      join(directory, 'postgres/data'),
      1_700_000_000,
      5432,
      join(directory, 'postgres/socket'),
      '',
      '',
      'ready',
    ];
    writeFileSync(join(directory, 'postgres/data/postmaster.pid'), lines.join('\n'));
    const next = await start();
    expect(next.opened.code).toBeUndefined();
    expect(runningServer()).not.toBe(process.pid);
  });
});

describe('where things lie', () => {
  it('keeps the socket in a short private directory when the path is too long', async () => {
    directory = join(directory, 'a'.repeat(90));
    mkdirSync(directory);
    const worker = await start();
    expect(worker.opened.code).toBeUndefined();
    const place = findPlace(join(directory, 'postgres'), findAccount());
    expect(readPostmaster(place)?.socketDirectory).toMatch(/^\/tmp\/signalbox-\d+-[0-9a-f]{12}$/);
  });

  it('works in a path with spaces, commas and quotes', async () => {
    directory = join(directory, `it's "a, b" ü`);
    mkdirSync(directory);
    expect((await start()).opened.code).toBeUndefined();
  });
});
