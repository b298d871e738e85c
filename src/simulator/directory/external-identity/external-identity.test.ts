import { expect, it } from 'vitest';
import { createTestWorld } from '../../testing/world.ts';

it('leads from a key of another authority to its only user, until it is deleted', async () => {
  const { call, simulator } = createTestWorld();
  const acme = simulator.organisation('Acme');
  const ada = acme.create('user', { name: 'Ada', email: 'ada@acme.example', divisionId: acme.homeDivisionId }).id;
  const bob = acme.create('user', { name: 'Bob', email: 'bob@acme.example', divisionId: acme.homeDivisionId }).id;
  const identity = { authorityName: 'HR', externalKey: 'E/17' };

  const made = await call('POST', `/api/v2/users/${ada}/externalid`, identity);
  await call('POST', `/api/v2/users/${ada}/externalid`, { authorityName: 'Payroll', externalKey: '4711' });

  expect(made).toMatchObject({ status: 200, body: [identity] });
  expect((await call('POST', `/api/v2/users/${bob}/externalid`, identity)).status).toBe(409);
  expect((await call('GET', `/api/v2/users/${ada}/externalid`)).body).toHaveLength(2);
  expect((await call('GET', `/api/v2/users/${ada}/externalid/hr`)).body).toMatchObject(identity);
  expect((await call('GET', '/api/v2/users/externalid/HR/E%2F17')).body).toMatchObject({ id: ada, name: 'Ada' });
  expect((await call('DELETE', `/api/v2/users/${ada}/externalid/HR/E%2F17`)).status).toBe(204);
  expect((await call('GET', `/api/v2/users/${ada}/externalid/HR`)).status).toBe(404);
  expect((await call('DELETE', `/api/v2/users/${ada}/externalid/HR/E%2F17`)).status).toBe(404);
});
