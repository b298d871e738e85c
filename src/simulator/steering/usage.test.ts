import { describe, expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const queues = '/api/v2/routing/queues';

describe('usage counters', () => {
  it('count token requests for the client that asks, refused ones too', async () => {
    const world = createTestWorld();
    await world.token('deployer');
    const form = 'grant_type=client_credentials&client_id=deployer&client_secret=wrong';
    await world.simulator.handle({ method: 'POST', path: '/oauth/token', headers: {}, body: form });
    const counts = world.simulator.usage.counts({ operation: 'POST /oauth/token' });
    const organisationId = world.simulator.organisation('Acme').id;
    expect(counts).toMatchObject([{ clientId: 'deployer', organisationId, count: 2, byStatus: { 200: 1, 400: 1 } }]);
  });

  it('count refusals by status, and those of the rate limit apart', async () => {
    const world = createTestWorld({ settings: { rateLimitPerMinute: 2 } });
    const call = world.as(await world.token('deployer'));
    for (const _turn of [1, 2, 3, 4, 5]) await call('GET', `${queues}/nothing`);
    expect(world.simulator.usage.counts({ operation: `GET ${queues}/{queueId}` })).toMatchObject([
      { count: 5, rateLimited: 3, byStatus: { 404: 2, 429: 3 } },
    ]);
  });

  it('add up to every request that was made, whatever became of it', async () => {
    const world = createTestWorld();
    world.simulator.faults.add({ path: `${queues}/drop`, fault: { kind: 'drop', when: 'before' } });
    await world.call('GET', queues);
    await world.call('POST', queues, { name: 'A' });
    await world.call('POST', queues, {});
    await world.call('PATCH', queues);
    await world.call('HEAD', queues);
    await world.call('GET', '/api/v2/nothing/at/all');
    await world.as('no-token')('GET', queues);
    await expect(world.call('GET', `${queues}/drop`)).rejects.toThrow('dropped');
    await world.call('GET', '/simulator/usage');
    const total = world.simulator.usage.counts().reduce((sum, { count }) => sum + count, 0);
    expect(total).toBe(9);
    expect(world.simulator.usage.latest()).toHaveLength(9);
    expect(world.simulator.usage.counts({ clientId: '' })).toMatchObject([{ byStatus: { 401: 1 } }]);
    expect(world.simulator.usage.counts({ operation: 'GET (no such operation)' })).toMatchObject([{ count: 1 }]);
    expect(world.simulator.usage.counts({ operation: `GET ${queues}/{queueId}` })).toMatchObject([
      { byStatus: { 0: 1 } },
    ]);
  });

  it('are read and reset by other processes, each client for itself', async () => {
    const clients = ['a', 'b'].map((id) => ({ id, secret: `${id}-secret` }));
    const world = createTestWorld({ clients });
    for (const id of ['a', 'b', 'b']) await world.as(await world.token(id))('GET', queues);
    const operation = encodeURIComponent(`GET ${queues}`);
    const read = await world.as('')('GET', `/simulator/usage?clientId=b&operation=${operation}`);
    expect(read.body).toMatchObject([{ clientId: 'b', count: 2 }]);
    await world.as('')('DELETE', '/simulator/usage');
    expect((await world.as('')('GET', '/simulator/usage')).body).toEqual([]);
  });
});
