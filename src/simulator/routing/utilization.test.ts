import { describe, expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

describe('utilization', () => {
  it('of a user is that of the organisation until the user gets an own one, and again after a deletion', async () => {
    const { call, simulator } = createTestWorld();
    const divisionId = simulator.organisation('Acme').homeDivisionId;
    const user = await call('POST', '/api/v2/users', { name: 'Ada', email: 'ada@acme.example', divisionId });
    const path = `/api/v2/routing/users/${String(user.body['id'])}/utilization`;
    await call('PUT', '/api/v2/routing/utilization', { utilization: { call: { maximumCapacity: 2 } } });
    const inherited = { level: 'Organization', utilization: { call: { maximumCapacity: 2 } } };
    expect((await call('GET', path)).body).toMatchObject(inherited);
    await call('PUT', path, { utilization: { chat: { maximumCapacity: 6, interruptableMediaTypes: ['call'] } } });
    expect((await call('GET', path)).body).toMatchObject({
      level: 'Agent',
      utilization: { call: { maximumCapacity: 1 }, chat: { maximumCapacity: 6, interruptableMediaTypes: ['call'] } },
    });
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).body).toMatchObject(inherited);
    expect((await call('DELETE', '/api/v2/routing/utilization')).status).toBe(204);
    expect((await call('GET', '/api/v2/routing/utilization')).body).toMatchObject({
      utilization: { call: { maximumCapacity: 1 } },
    });
  });
});
