import { describe, expect, it } from 'vitest';
import type { Lease, Store } from '../ports.ts';
import type { ContractSubject } from './store-contract.ts';
import { sampleBaselineEntry, sampleEntry, sampleRun } from './store-fixtures.ts';

const shortMs = 60;

/** What leases promise: one holder at a time, takeover after expiry and grace, and a fence that locks out the old one. */
export function testLeaseContract(subject: ContractSubject): void {
  describe('leases', () => {
    testHolding(subject);
    testTakeover(subject);
    testFencing(subject);
  });
}

function testHolding({ store, lease }: ContractSubject): void {
  it('gives an environment to one holder at a time, and environments apart from each other', async () => {
    const held = await lease();
    expect(held).toMatchObject({ environment: 'prod', holder: 'worker-1', fence: 1 });
    expect(await acquire(store(), 'worker-2')).toBeUndefined();
    expect((await lease('uat', 'worker-2')).environment).toBe('uat');
    expect(await store().readLease('prod')).toEqual(held);
  });

  it('gives it to one of many who ask at once', async () => {
    const holders = Array.from({ length: 8 }, (_, index) => `worker-${index}`);
    const answers = await Promise.all(holders.map((holder) => acquire(store(), holder)));
    expect(answers.filter((answer) => answer !== undefined)).toHaveLength(1);
  });

  it('gives its own holder a newer one at once', async () => {
    const first = await lease();
    expect((await lease()).fence).toBe(first.fence + 1);
    await expect(store().renewLease(first, 1000)).rejects.toMatchObject({ code: 'SB5004' });
  });

  it('is free after release, and the fence still grows', async () => {
    const first = await lease();
    await store().releaseLease(first);
    expect(await store().readLease('prod')).toBeUndefined();
    expect((await lease('prod', 'worker-2')).fence).toBe(first.fence + 1);
    await store().releaseLease(first);
    expect((await store().readLease('prod'))?.holder).toBe('worker-2');
  });

  it('is prolonged from now', async () => {
    const first = await lease();
    const renewed = await store().renewLease(first, 1_200_000);
    expect(renewed.fence).toBe(first.fence);
    expect(renewed.expiresAt).toBeGreaterThan(first.expiresAt + 500_000);
    expect(await store().readLease('nowhere')).toBeUndefined();
  });
}

function testTakeover({ store, passTime }: ContractSubject): void {
  it('can be read but not renewed once it has expired', async () => {
    const short = await acquire(store(), 'worker-1', shortMs);
    await passTime(shortMs + 20);
    expect(await store().readLease('prod')).toEqual(short);
    await expect(store().renewLease(required(short), 1000)).rejects.toMatchObject({ code: 'SB5004' });
  });

  it('is taken over only when the grace after expiry has passed too', async () => {
    await acquire(store(), 'worker-1', shortMs);
    await passTime(shortMs + 20);
    const early = await store().acquireLease({ environment: 'prod', holder: 'worker-2', ttlMs: 1000, graceMs: 60_000 });
    expect(early).toBeUndefined();
    const late = await store().acquireLease({ environment: 'prod', holder: 'worker-2', ttlMs: 1000, graceMs: 10 });
    expect(late).toMatchObject({ holder: 'worker-2', fence: 2 });
  });
}

function testFencing({ store, passTime, lease }: ContractSubject): void {
  it.each(guardedWrites)('refuses $name to a holder whose lease has expired', async ({ write }) => {
    await store().addRun(await lease(), sampleRun('run_1'));
    const expired = required(await acquire(store(), 'worker-1', shortMs));
    await passTime(shortMs + 20);
    await expect(write(store(), expired)).rejects.toMatchObject({ code: 'SB5004' });
    await expectUntouched(store());
  });

  it.each(guardedWrites)('refuses $name to a holder who was overtaken', async ({ write }) => {
    const old = await lease();
    await store().addRun(old, sampleRun('run_1'));
    await store().releaseLease(old);
    await lease('prod', 'worker-2');
    await expect(write(store(), old)).rejects.toMatchObject({ code: 'SB5004' });
    await expectUntouched(store());
  });
}

const guardedWrites: readonly { name: string; write: (store: Store, lease: Lease) => Promise<void> }[] = [
  { name: 'a new run', write: (store, lease) => store.addRun(lease, sampleRun('run_2')) },
  { name: 'a change of state', write: (store, lease) => store.changeRun(lease, 'run_1', { state: 'succeeded' }) },
  { name: 'a journal row', write: (store, lease) => store.appendJournal(lease, 'run_1', [sampleEntry(1)]) },
  {
    name: 'a baseline',
    write: (store, lease) =>
      store.writeBaseline(lease, { put: [sampleBaselineEntry('routing_skill/VIP', 'a')], remove: [] }),
  },
  {
    name: 'a claim',
    write: (store, lease) =>
      store.addClaims(lease, [
        { environment: 'prod', runId: 'run_1', type: 'routing_queue', id: 'q-1', address: 'routing_queue/VIP' },
      ]),
  },
  { name: 'dropping claims', write: (store, lease) => store.dropClaims(lease, 'run_1') },
];

async function expectUntouched(store: Store): Promise<void> {
  expect((await store.listRuns({})).map(({ id, state }) => ({ id, state }))).toEqual([
    { id: 'run_1', state: 'running' },
  ]);
  expect(await store.readJournal('run_1')).toEqual([]);
  expect((await store.readBaseline('prod')).entries).toEqual({});
  expect(await store.listClaims('prod')).toEqual([]);
}

function acquire(store: Store, holder: string, ttlMs = 600_000): Promise<Lease | undefined> {
  return store.acquireLease({ environment: 'prod', holder, ttlMs, graceMs: 0 });
}

function required(lease: Lease | undefined): Lease {
  if (lease === undefined) throw new Error('the lease was not given');
  return lease;
}
