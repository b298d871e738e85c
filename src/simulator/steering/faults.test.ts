import { describe, expect, it } from 'vitest';
import { createSimulator } from '../simulator.ts';
import { createTestWorld, type TestWorld } from '../testing/world.ts';
import { ConnectionDroppedError } from '../wire/message.ts';

const queues = '/api/v2/routing/queues';

async function queueCount(world: TestWorld): Promise<unknown> {
  return (await world.call('GET', queues)).body['total'];
}

describe('faults', () => {
  it('drop the connection before a write, which then did not happen', async () => {
    const world = createTestWorld();
    world.simulator.faults.add({ method: 'POST', path: queues, fault: { kind: 'drop', when: 'before' } });
    await expect(world.call('POST', queues, { name: 'A' })).rejects.toThrow(ConnectionDroppedError);
    expect(await queueCount(world)).toBe(0);
    expect((await world.call('POST', queues, { name: 'A' })).status).toBe(200);
  });

  it('drop the connection or answer 502 after a write, which then did happen', async () => {
    const world = createTestWorld();
    world.simulator.faults.add({ method: 'POST', path: queues, fault: { kind: 'drop', when: 'after' } });
    await expect(world.call('POST', queues, { name: 'A' })).rejects.toThrow(ConnectionDroppedError);
    expect(await queueCount(world)).toBe(1);
    world.simulator.faults.add({ method: 'POST', path: queues, fault: { kind: 'status', status: 502, when: 'after' } });
    expect((await world.call('POST', queues, { name: 'B' })).status).toBe(502);
    expect(await queueCount(world)).toBe(2);
  });

  it('hit the nth matching request, as often as asked, by template', async () => {
    const world = createTestWorld();
    const queue = world.simulator.organisation('Acme').create('routing_queue', { name: 'A' });
    const rule = { path: `${queues}/{queueId}`, nth: 2, times: 2, fault: { kind: 'status', status: 503 } } as const;
    world.simulator.faults.add(rule);
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await world.call('GET', `${queues}/${queue.id}`)).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect(world.simulator.faults.list()).toMatchObject([{ seen: 4, hit: 2 }]);
  });

  it('slow answers down on the virtual clock', async () => {
    const world = createTestWorld();
    await world.call('GET', queues);
    const before = world.clock.now();
    world.simulator.faults.add({ path: '/api/v2/routing/*', fault: { kind: 'slow', delayMs: 7000 } });
    await world.call('GET', queues);
    expect(world.clock.now() - before).toBe(7000);
  });

  it('storm with 429 and expire tokens', async () => {
    const world = createTestWorld();
    await world.call('GET', queues);
    world.simulator.faults.add({ fault: { kind: 'rate-limit', retryAfterSeconds: 3 } });
    const storm = await world.call('GET', queues);
    expect(storm.status).toBe(429);
    expect(storm.headers['Retry-After']).toBe('3');
    world.simulator.faults.add({ clientId: 'deployer', fault: { kind: 'expire-tokens' } });
    expect((await world.call('GET', queues)).status).toBe(401);
  });
});

describe('usage counters', () => {
  it('count operations per client and keep the latest requests', async () => {
    const world = createTestWorld();
    await world.call('GET', `${queues}?pageSize=1`);
    await world.call('GET', `${queues}/nothing`);
    const counts = world.simulator.usage.counts();
    expect(counts).toContainEqual(
      expect.objectContaining({ clientId: 'deployer', operation: `GET ${queues}`, count: 1, byStatus: { 200: 1 } }),
    );
    expect(counts).toContainEqual(
      expect.objectContaining({ operation: `GET ${queues}/{queueId}`, byStatus: { 404: 1 } }),
    );
    expect(world.simulator.usage.latest().at(-2)).toMatchObject({ path: `${queues}?pageSize=1`, status: 200 });
    world.simulator.usage.reset();
    expect(world.simulator.usage.counts()).toEqual([]);
  });
});

describe('a slow answer after the write', () => {
  it('has taken effect when the caller gives up waiting', async () => {
    const world = createTestWorld();
    await world.call('GET', queues);
    const before = world.clock.now();
    const fault = { kind: 'slow', delayMs: 30_000, when: 'after' } as const;
    world.simulator.faults.add({ method: 'POST', path: queues, fault });
    const created = await world.call('POST', queues, { name: 'A' });
    expect(created.body['dateCreated']).toBe(new Date(before).toISOString());
    expect(world.clock.now() - before).toBe(30_000);
  });

  it('is waited for on a clock that waits by itself', async () => {
    const waits: number[] = [];
    const clock = { now: () => 0, sleep: async (ms: number) => void waits.push(ms) };
    const simulator = createSimulator({ clock });
    simulator.faults.add({ fault: { kind: 'slow', delayMs: 300 } });

    await simulator.handle({ method: 'GET', path: queues, headers: {} });

    expect(waits).toEqual([300]);
  });
});
