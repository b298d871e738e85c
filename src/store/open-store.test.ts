import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleEntry, sampleRun } from '../engine/testing/index.ts';
import { openStore } from './open-store.ts';
import { openTestStore, setup, teardown } from './testing/index.ts';
import { startWorker } from './testing/start-worker.ts';

beforeAll(setup);
afterAll(teardown);

async function query(address: string, text: string): Promise<number | null> {
  const client = new pg.Client(address);
  await client.connect();
  const { rowCount } = await client.query(text);
  await client.end();
  return rowCount;
}

describe('opening a store', () => {
  it.each([
    { name: 'no address at all', databaseUrl: 'prod-db', code: 'SB5018' },
    { name: 'an address of another product', databaseUrl: 'mysql://db/signalbox', code: 'SB5018' },
    { name: 'a port where nobody listens', databaseUrl: 'postgresql://u:secret@127.0.0.1:1/db', code: 'SB5001' },
    { name: 'a socket that is not there', databaseUrl: 'postgresql://u@localhost/db?host=/nowhere', code: 'SB5001' },
  ])('fails with $code for $name and tells no password', async ({ databaseUrl, code }) => {
    const failure = await openStore({ databaseUrl }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code });
    expect(String(failure)).not.toContain('secret');
  });

  it('refuses a schema that a newer version made', async () => {
    const { environment, close } = await openTestStore();
    const { DATABASE_URL: databaseUrl, SIGNALBOX_DATABASE_SCHEMA: schema } = environment;
    await query(databaseUrl, `insert into ${schema}.migration (version, name) values (999, 'from the future')`);
    await expect(openStore({ databaseUrl, schema })).rejects.toMatchObject({ code: 'SB5010' });
    await close();
  });

  it('refuses texts that PostgreSQL can not keep in a name', async () => {
    const { store, close } = await openTestStore();
    const request = { environment: 'prod\u0000', holder: 'x', ttlMs: 1000, graceMs: 0 };
    await expect(store.acquireLease(request)).rejects.toMatchObject({ code: 'SB5008' });
    await close();
  });
});

it('ends a run whatever characters the reason has that the platform gave', async () => {
  const { store, close } = await openTestStore();
  const lease = await store.acquireLease({ environment: 'prod', holder: 'a', ttlMs: 60_000, graceMs: 0 });
  if (lease === undefined) throw new Error('no lease');
  await store.addRun(lease, sampleRun('run_1'));

  await store.changeRun(lease, 'run_1', { state: 'held', outcome: 'a \u0000 and half a \ud83d' });

  expect(await store.findRun('run_1')).toMatchObject({ state: 'held', outcome: 'a \ufffd and half a \ufffd' });
  await close();
});

describe('when sessions break', () => {
  it('reads again, and says of a journal row that it does not know', async () => {
    const { store, environment, close } = await openTestStore();
    const { DATABASE_URL: address, SIGNALBOX_DATABASE_SCHEMA: schema } = environment;
    const own = await openStore({ databaseUrl: address, schema });
    const lease = await own.acquireLease({ environment: 'prod', holder: 'a', ttlMs: 60_000, graceMs: 0 });
    if (lease === undefined) throw new Error('no lease');
    await own.addRun(lease, sampleRun('run_1'));
    const blocker = new pg.Client(address);
    await blocker.connect();
    await blocker.query(`begin; lock table ${schema}.journal`);
    const append = own.appendJournal(lease, 'run_1', [sampleEntry(1)]).catch((error: unknown) => error);
    const waiting = `select pg_terminate_backend(pid) from pg_stat_activity where query like '%${schema}%' and wait_event_type = 'Lock'`;
    await expect.poll(() => query(address, waiting)).toBe(1);
    expect(await append).toMatchObject({ code: 'SB5002' });
    await blocker.end();
    expect(await own.readJournal('run_1')).toEqual([]);
    await own.close();
    expect(await store.readJournal('run_1')).toEqual([]);
    await close();
  });
});

describe('two processes on one run', () => {
  it('never write the same row, leave a gap, or write behind a newer lease', async () => {
    const { store, environment, close } = await openTestStore();
    const lease = await store.acquireLease({ environment: 'prod', holder: 'maker', ttlMs: 60_000, graceMs: 0 });
    if (lease === undefined) throw new Error('no lease');
    await store.addRun(lease, sampleRun('run_1'));
    await store.releaseLease(lease);
    const workers = await Promise.all([1, 2].map(() => startWorker({ environment })));
    const raced = await Promise.all(
      workers.map((worker) => worker.ask({ do: 'race', runId: 'run_1', holder: String(worker.pid), forMs: 1500 })),
    );
    await Promise.all(workers.map((worker) => worker.close()));
    const rows = await store.readJournal('run_1');
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
    expect(rows).toHaveLength(raced.reduce((sum, { value }) => sum + Number(value), 0));
    const fences = rows.map(({ data }) => Number(data['fence']));
    expect(fences).toEqual(fences.toSorted((left, right) => left - right));
    await close();
  });
});

describe('as another user of the machine', () => {
  it('works for an ordinary user, and refuses the directory of somebody else', async (context) => {
    if (userInfo().uid !== 0) context.skip('only root can start a process as somebody else');
    const nobody = { uid: 65_534, gid: 65_534 };
    const parent = mkdtempSync(join(tmpdir(), 'sb-'));
    chmodSync(parent, 0o755);
    const [own, foreign] = [join(parent, 'own'), join(parent, 'foreign')];
    mkdirSync(own);
    chmodSync(own, 0o777);
    mkdirSync(foreign, { mode: 0o700 });
    const worker = await startWorker({ directory: own, ...nobody });
    if (worker.opened.code === 'ended') context.skip('the checkout or its Node can not be read by other users');
    expect(worker.opened.message).toBeUndefined();
    await worker.close();
    const refused = await startWorker({ directory: foreign, ...nobody });
    expect(refused.opened.code).toBe('SB5013');
    await refused.close();
    rmSync(parent, { recursive: true, force: true });
  });
});
