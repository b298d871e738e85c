import { describe, expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const queues = '/api/v2/routing/queues';

describe('an answer that is kept until something changes', () => {
  it('shows a new name of what it refers to, new members and other expansions at once', async () => {
    const { call, simulator } = createTestWorld();
    const acme = simulator.organisation('Acme');
    const north = acme.create('auth_division', { name: 'North', description: '' });
    const queue = acme.create('routing_queue', { name: 'Sales', division: { id: north.id } });
    const user = acme.create('user', { name: 'Ada', email: 'ada@acme.example' });
    const path = `${queues}/${queue.id}`;
    const first = await call('GET', path);
    expect(first.body).toMatchObject({ division: { name: 'North' }, memberCount: 0 });
    expect((await call('GET', path)).body).toEqual(first.body);
    await call('PUT', `/api/v2/authorization/divisions/${north.id}`, { name: 'South', description: '' });
    await call('POST', `${path}/members`, [{ id: user.id }]);
    expect((await call('GET', path)).body).toMatchObject({ division: { name: 'South' }, memberCount: 1 });
    expect((await call('GET', `/api/v2/users/${user.id}`)).body).not.toHaveProperty('skills');
    expect((await call('GET', `/api/v2/users/${user.id}?expand=skills`)).body).toMatchObject({ skills: [] });
  });

  it('follows what becomes readable with time, and a state that was loaded', async () => {
    const { call, clock, simulator } = createTestWorld({ settings: { consistencyLagMs: 1000 } });
    const acme = simulator.organisation('Acme');
    const queue = acme.create('routing_queue', { name: 'Sales' });
    const user = acme.create('user', { name: 'Ada', email: 'ada@acme.example' });
    const path = `${queues}/${queue.id}`;
    await call('GET', path);
    const saved = simulator.snapshot();
    await call('POST', `${path}/members`, [{ id: user.id }]);
    expect((await call('GET', path)).body['memberCount']).toBe(0);
    clock.advance(1000);
    expect((await call('GET', path)).body['memberCount']).toBe(1);
    simulator.load(saved);
    expect((await call('GET', path)).body['memberCount']).toBe(0);
  });
});
