import { describe, expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const lag = { settings: { consistencyLagMs: 2000 } };

describe('with consistency lag', () => {
  it('a created object is unreadable and unlisted until the lag is over', async () => {
    const { call, clock } = createTestWorld(lag);
    const created = await call('POST', '/api/v2/routing/queues', { name: 'Sales' });
    const path = `/api/v2/routing/queues/${String(created.body['id'])}`;
    expect((await call('GET', path)).status).toBe(404);
    expect((await call('GET', '/api/v2/routing/queues?name=Sales')).body['total']).toBe(0);
    clock.advance(1999);
    expect((await call('GET', path)).status).toBe(404);
    clock.advance(1);
    expect((await call('GET', path)).status).toBe(200);
    expect((await call('GET', '/api/v2/routing/queues?name=Sales')).body['total']).toBe(1);
  });

  it.each([
    ['/api/v2/guides', { name: 'Refunds', source: 'Manual' }, 'versions', { instruction: 'Ask for the number.' }],
    ['/api/v2/externalcontacts/contacts', { lastName: 'Muster' }, 'notes', { noteText: 'Call back' }],
  ])(
    'what lies under a new object of %s can be made before the object can be read',
    async (path, body, part, parts) => {
      const { call } = createTestWorld(lag);
      const one = `${path}/${String((await call('POST', path, body)).body['id'])}`;
      expect((await call('GET', one)).status).toBe(404);
      expect((await call('POST', `${one}/${part}`, parts)).status).toBe(200);
    },
  );

  it('an update shows the old value and a deletion still shows', async () => {
    const { call, clock, simulator } = createTestWorld(lag);
    const queue = simulator.organisation('Acme').create('routing_queue', { name: 'Sales', description: 'old' });
    const path = `/api/v2/routing/queues/${queue.id}`;
    expect((await call('PUT', path, { name: 'Sales', description: 'new' })).body['description']).toBe('new');
    expect((await call('GET', path)).body['description']).toBe('old');
    clock.advance(2000);
    expect((await call('GET', path)).body['description']).toBe('new');
    await call('DELETE', path);
    expect((await call('GET', path)).status).toBe(200);
    expect((await call('GET', '/api/v2/routing/queues')).body['total']).toBe(1);
    clock.advance(2000);
    expect((await call('GET', path)).status).toBe(404);
  });

  it('writes see what is stored: no twin can be made during the lag, and a deleted object cannot be changed', async () => {
    const { call, simulator } = createTestWorld(lag);
    await call('POST', '/api/v2/routing/queues', { name: 'Sales' });
    expect((await call('POST', '/api/v2/routing/queues', { name: 'Sales' })).status).toBe(409);
    const queue = simulator.organisation('Acme').create('routing_queue', { name: 'Gone' });
    await call('DELETE', `/api/v2/routing/queues/${queue.id}`);
    expect((await call('PUT', `/api/v2/routing/queues/${queue.id}`, { name: 'Gone' })).status).toBe(404);
  });

  it('members of a queue lag too', async () => {
    const { call, clock, simulator } = createTestWorld(lag);
    const acme = simulator.organisation('Acme');
    const queue = acme.create('routing_queue', { name: 'Sales' });
    const user = acme.create('user', { name: 'Ada', email: 'ada@acme.example', divisionId: acme.homeDivisionId });
    await call('POST', `/api/v2/routing/queues/${queue.id}/members`, [{ id: user.id }]);
    expect((await call('GET', `/api/v2/routing/queues/${queue.id}/members`)).body['entities']).toEqual([]);
    clock.advance(2000);
    expect((await call('GET', `/api/v2/routing/queues/${queue.id}`)).body['memberCount']).toBe(1);
  });
});
