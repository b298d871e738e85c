import { describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

function worldOfQueues(count: number): TestWorld {
  const world = createTestWorld();
  const acme = world.simulator.organisation('Acme');
  for (let index = 0; index < count; index += 1) {
    acme.create('routing_queue', { name: `Queue ${String(index).padStart(3, '0')}` });
  }
  return world;
}

function names(body: Readonly<Record<string, unknown>>): readonly unknown[] {
  return (body['entities'] as readonly { readonly name: unknown }[]).map((entity) => entity.name);
}

describe('paging by number', () => {
  it('gives 25 by default, sorted by name, with total, page count and links', async () => {
    const { call } = worldOfQueues(60);
    const page = await call('GET', '/api/v2/routing/queues?pageNumber=2&name=Queue*');
    expect(page.body).toMatchObject({
      pageSize: 25,
      pageNumber: 2,
      total: 60,
      pageCount: 3,
      nextUri: '/api/v2/routing/queues?pageNumber=3&name=Queue*&pageSize=25',
      previousUri: '/api/v2/routing/queues?pageNumber=1&name=Queue*&pageSize=25',
    });
    expect(names(page.body)[0]).toBe('Queue 025');
    const last = await call('GET', '/api/v2/routing/queues?pageNumber=3');
    expect(last.body).not.toHaveProperty('nextUri');
    expect(names(last.body)).toHaveLength(10);
    expect(names((await call('GET', '/api/v2/routing/queues?pageNumber=4')).body)).toEqual([]);
  });

  it('refuses pages above the cap and numbers that are none', async () => {
    const { call } = worldOfQueues(1);
    expect((await call('GET', '/api/v2/routing/queues?pageSize=500')).status).toBe(200);
    for (const query of ['pageSize=501', 'pageSize=0', 'pageNumber=0', 'pageNumber=two']) {
      expect((await call('GET', `/api/v2/routing/queues?${query}`)).status).toBe(400);
    }
  });

  it('filters by id, by name with asterisks and sorts downwards', async () => {
    const { call, simulator } = worldOfQueues(12);
    const [first, second] = simulator.organisation('Acme').entities('routing_queue');
    const byId = await call('GET', `/api/v2/routing/queues?id=${first?.id}&id=${second?.id}`);
    expect(byId.body['total']).toBe(2);
    expect(names((await call('GET', '/api/v2/routing/queues?name=*011')).body)).toEqual(['Queue 011']);
    expect(names((await call('GET', '/api/v2/routing/queues?name=queue 003')).body)).toEqual(['Queue 003']);
    expect(names((await call('GET', '/api/v2/routing/queues?sortOrder=desc')).body)[0]).toBe('Queue 011');
  });
});

describe('paging by cursor', () => {
  it('continues through nextUri to the end, also when objects vanish in between', async () => {
    const { call, simulator } = createTestWorld();
    for (const name of ['A', 'B', 'C', 'D', 'E']) {
      simulator.organisation('Acme').create('auth_division', { name, description: '' });
    }
    const first = await call('GET', '/api/v2/authorization/divisions/query?pageSize=2');
    expect(first.body).not.toHaveProperty('total');
    expect(names(first.body)).toEqual(['A', 'B']);
    const division = simulator
      .organisation('Acme')
      .entities('auth_division')
      .find((entity) => entity['name'] === 'A');
    await call('DELETE', `/api/v2/authorization/divisions/${division?.id}`);
    const second = await call('GET', String(first.body['nextUri']));
    expect(names(second.body)).toEqual(['C', 'D']);
    const third = await call('GET', String(second.body['nextUri']));
    expect(names(third.body)).toEqual(['E', 'Home']);
    expect(third.body).not.toHaveProperty('nextUri');
  });
});
