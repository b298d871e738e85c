import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lease, Store } from '../ports.ts';
import { testJournalContract } from './store-contract-journal.ts';
import { testLeaseContract } from './store-contract-lease.ts';
import { sampleBaselineEntry, sampleRun } from './store-fixtures.ts';

/** A fresh, empty store and what a test needs around it. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Lets this much of the store's own time pass. */
  readonly passTime: (ms: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The store of the running test and how to get a lease that lasts. */
export interface ContractSubject {
  readonly store: () => Store;
  readonly passTime: (ms: number) => Promise<void>;
  readonly lease: (environment?: string, holder?: string) => Promise<Lease>;
}

/** What every Store must do, as tests; `open` gives each test a store of its own. */
export function testStoreContract(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`store contract: ${name}`, () => {
    let current: StoreUnderTest | undefined;
    beforeEach(async () => {
      current = await open();
    });
    afterEach(async () => {
      await current?.close();
    });
    const store = () => {
      if (current === undefined) throw new Error('no store is open');
      return current.store;
    };
    const subject: ContractSubject = {
      store,
      passTime: (ms) => current?.passTime(ms) ?? Promise.resolve(),
      lease: (environment = 'prod', holder = 'worker-1') => lastingLease(store(), environment, holder),
    };
    testLeaseContract(subject);
    testJournalContract(subject);
    testRuns(subject);
    testBaselines(subject);
    testClaimsAndFindings(subject);
  });
}

async function lastingLease(store: Store, environment: string, holder: string): Promise<Lease> {
  const lease = await store.acquireLease({ environment, holder, ttlMs: 600_000, graceMs: 0 });
  if (lease === undefined) throw new Error(`${holder} did not get the lease of ${environment}`);
  return lease;
}

function testRuns({ store, lease }: ContractSubject): void {
  describe('runs', () => {
    it('gives back a run as it was added, and nothing for an unknown id', async () => {
      const run = sampleRun('run_1', { undoes: 'run_0' });
      await store().addRun(await lease(), run);
      expect(await store().findRun('run_1')).toEqual(run);
      expect(await store().findRun('run_2')).toBeUndefined();
    });

    it('refuses an id that is taken and keeps the first run', async () => {
      const held = await lease();
      await store().addRun(held, sampleRun('run_1'));
      await expect(store().addRun(held, sampleRun('run_1', { startedBy: 'eve' }))).rejects.toMatchObject({
        code: 'SB5005',
      });
      expect((await store().findRun('run_1'))?.startedBy).toBe('dana@example.com');
    });

    it('refuses a run of another environment than the lease', async () => {
      await expect(store().addRun(await lease('uat'), sampleRun('run_1'))).rejects.toMatchObject({ code: 'SB5007' });
    });

    it.each(['running', 'compensating', 'succeeded', 'compensated', 'held'] as const)(
      'keeps the state %s',
      async (state) => {
        const held = await lease();
        await store().addRun(held, sampleRun('run_1'));
        await store().changeRun(held, 'run_1', { state, finishedAt: '2026-03-01T11:00:00.000Z', outcome: 'because' });
        expect(await store().findRun('run_1')).toMatchObject({
          state,
          finishedAt: '2026-03-01T11:00:00.000Z',
          outcome: 'because',
        });
      },
    );

    it('refuses to change a run it does not know, or that another environment has', async () => {
      await store().addRun(await lease(), sampleRun('run_1'));
      await expect(store().changeRun(await lease(), 'run_9', { state: 'held' })).rejects.toMatchObject({
        code: 'SB5007',
      });
      await expect(store().changeRun(await lease('uat'), 'run_1', { state: 'held' })).rejects.toMatchObject({
        code: 'SB5007',
      });
    });

    it('lists runs newest first, by environment, state and artifact, up to a limit', async () => {
      const prod = await lease();
      await store().addRun(prod, sampleRun('run_1', { state: 'succeeded' }));
      await store().addRun(prod, sampleRun('run_2'));
      await store().addRun(await lease('uat'), sampleRun('run_3', { environment: 'uat' }));
      const ids = async (filter: Parameters<Store['listRuns']>[0]) =>
        (await store().listRuns(filter)).map(({ id }) => id);
      expect(await ids({})).toEqual(['run_3', 'run_2', 'run_1']);
      expect(await ids({ environment: 'prod' })).toEqual(['run_2', 'run_1']);
      expect(await ids({ states: ['succeeded', 'held'] })).toEqual(['run_1']);
      expect(await ids({ states: [] })).toEqual([]);
      expect(await ids({ artifactDigest: 'sha256:bb' })).toEqual([]);
      expect(await ids({ artifactDigest: 'sha256:aa', limit: 2 })).toEqual(['run_3', 'run_2']);
    });
  });
}

function testBaselines({ store, lease }: ContractSubject): void {
  describe('baselines', () => {
    it('has no entries before anything was deployed', async () => {
      expect(await store().readBaseline('prod')).toEqual({ environment: 'prod', entries: {} });
    });

    it('replaces and removes whole entries, of its own environment only', async () => {
      const prod = await lease();
      const entry = (name: string, value: string) => sampleBaselineEntry(`routing_skill/${name}`, value);
      await store().writeBaseline(prod, { put: [entry('VIP', 'a'), entry('Old', 'b')], remove: [] });
      await store().writeBaseline(await lease('uat'), { put: [entry('VIP', 'other')], remove: [] });
      await store().writeBaseline(prod, {
        put: [entry('VIP', 'c')],
        remove: ['routing_skill/Old', 'routing_skill/never was'],
      });
      expect((await store().readBaseline('prod')).entries).toEqual({ 'routing_skill/VIP': entry('VIP', 'c') });
      expect((await store().readBaseline('uat')).entries).toEqual({ 'routing_skill/VIP': entry('VIP', 'other') });
    });

    it('ends the run together with the baseline', async () => {
      const held = await lease();
      await store().addRun(held, sampleRun('run_1'));
      const finish = {
        runId: 'run_1',
        state: 'succeeded',
        finishedAt: '2026-03-01T11:00:00.000Z',
        outcome: 'all verified',
      } as const;
      await store().writeBaseline(held, { put: [sampleBaselineEntry('routing_skill/VIP', 'a')], remove: [], finish });
      expect(await store().findRun('run_1')).toMatchObject({ state: 'succeeded', outcome: 'all verified' });
      expect(Object.keys((await store().readBaseline('prod')).entries)).toEqual(['routing_skill/VIP']);
    });

    it('writes nothing when the run can not be ended', async () => {
      const finish = {
        runId: 'run_9',
        state: 'succeeded',
        finishedAt: '2026-03-01T11:00:00.000Z',
        outcome: 'x',
      } as const;
      const change = { put: [sampleBaselineEntry('routing_skill/VIP', 'a')], remove: [], finish };
      await expect(store().writeBaseline(await lease(), change)).rejects.toMatchObject({ code: 'SB5007' });
      expect((await store().readBaseline('prod')).entries).toEqual({});
    });
  });
}

function testClaimsAndFindings({ store, lease }: ContractSubject): void {
  it('keeps the claims of a run until they are dropped; claiming twice is one claim', async () => {
    const held = await lease();
    await store().addRun(held, sampleRun('run_1'));
    const claim = {
      environment: 'prod',
      runId: 'run_1',
      type: 'routing_queue',
      id: 'q-1',
      address: 'routing_queue/VIP',
    };
    await store().addClaims(held, [claim]);
    await store().addClaims(held, [claim]);
    expect(await store().listClaims('prod')).toEqual([claim]);
    expect(await store().listClaims('uat')).toEqual([]);
    await store().dropClaims(held, 'run_1');
    expect(await store().listClaims('prod')).toEqual([]);
  });

  it('keeps findings in the order they were added, once each', async () => {
    const finding = (id: string) => ({ id, environment: 'prod', at: '2026-03-01T10:00:00.000Z', data: { who: id } });
    await store().addFinding({ ...finding('f2'), runId: 'run_1' });
    await store().addFinding(finding('f1'));
    await store().addFinding({ ...finding('f2'), data: 'changed' });
    expect(await store().listFindings('prod')).toEqual([
      { id: 'f2', at: '2026-03-01T10:00:00.000Z', runId: 'run_1', data: { who: 'f2' } },
      { id: 'f1', at: '2026-03-01T10:00:00.000Z', data: { who: 'f1' } },
    ]);
    expect(await store().listFindings('uat')).toEqual([]);
  });
}
