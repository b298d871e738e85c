import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

it('changes the settings of signing in property by property, and idle tokens apart from them', async () => {
  const { call } = createTestWorld();
  const path = '/api/v2/organizations/authentication/settings';
  const before = (await call('GET', path)).body;

  const changed = await call('PATCH', path, { domainAllowlist: ['acme.example'], domainAllowlistEnabled: true });
  const timeout = await call('PUT', '/api/v2/tokens/timeout', {
    enableIdleTokenTimeout: true,
    idleTokenTimeoutSeconds: 900,
  });

  expect(changed.body).toEqual({ ...before, domainAllowlist: ['acme.example'], domainAllowlistEnabled: true });
  expect((await call('GET', path)).body).toEqual(changed.body);
  expect(timeout.body).toEqual({ enableIdleTokenTimeout: true, idleTokenTimeoutSeconds: 900 });
  expect((await call('GET', '/api/v2/tokens/timeout')).body).toEqual(timeout.body);
});

it('makes a request for trust that names users, groups and who asks', async () => {
  const { call, simulator } = createTestWorld();
  const acme = simulator.organisation('Acme');
  const user = acme.create('user', { name: 'Ada', email: 'ada@acme.example' });
  const group = acme.create('group', { name: 'Admins', type: 'official', visibility: 'public', rulesVisible: true });
  const pairings = '/api/v2/orgauthorization/pairings';

  const made = await call('POST', pairings, { userIds: [user.id], groupIds: [group.id] });

  expect(made.status).toBe(200);
  expect(await call('GET', `${pairings}/${String(made.body['id'])}`)).toMatchObject({
    status: 200,
    body: {
      trustee: { id: acme.id, name: 'Acme' },
      users: [{ id: user.id, name: 'Ada' }],
      groups: [{ id: group.id, name: 'Admins' }],
    },
  });
  expect((await call('POST', pairings, { userIds: ['nobody'] })).status).toBe(400);
  expect((await call('GET', `${pairings}/nothing`)).status).toBe(404);
});
