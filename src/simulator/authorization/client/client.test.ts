import { describe, expect, it } from 'vitest';
import { createTestWorld, type Answer, type TestWorld } from '../../testing/world.ts';

const path = '/api/v2/oauth/clients';

async function tokenFor(world: TestWorld, id: unknown, secret: unknown): Promise<Answer> {
  const authorization = `Basic ${Buffer.from(`${String(id)}:${String(secret)}`).toString('base64')}`;
  const body = 'grant_type=client_credentials';
  const answer = await world.simulator.handle({
    method: 'POST',
    path: '/oauth/token',
    headers: { authorization },
    body,
  });
  return { ...answer, body: JSON.parse(String(answer.body)) as Answer['body'] };
}

function wish(change: object = {}): object {
  return { name: 'Robot', authorizedGrantType: 'CLIENT-CREDENTIALS', ...change };
}

describe('OAuth clients', () => {
  it('are made with a secret that shows once, and can log in with the roles given', async () => {
    const world = createTestWorld();
    const { call, simulator } = world;
    const permissionPolicies = [{ domain: 'routing', entityName: 'queue', actionSet: ['view'] }];
    const role = simulator.organisation('Acme').create('auth_role', { name: 'Reader', permissionPolicies });
    const roleDivisions = [{ roleId: role.id, divisionId: '*' }];
    const made = await call('POST', path, wish({ roleDivisions, accessTokenValiditySeconds: 600 }));
    expect(made).toMatchObject({ status: 200, body: { state: 'active', roleDivisions, roleIds: [role.id] } });
    const { id, secret } = made.body;
    expect((await call('GET', `${path}/${String(id)}`)).body).not.toHaveProperty('secret');
    expect(JSON.stringify((await call('GET', path)).body)).not.toContain(String(secret));
    const token = await tokenFor(world, id, secret);
    expect(token.body).toMatchObject({ expires_in: 600 });
    const robot = world.as(String(token.body['access_token']));
    expect((await robot('GET', '/api/v2/routing/queues')).status).toBe(200);
    expect((await robot('POST', '/api/v2/routing/queues', { name: 'Sales' })).status).toBe(403);
    world.clock.advance(600_000);
    expect((await robot('GET', '/api/v2/routing/queues')).status).toBe(401);
  });

  it('are listed without pages, and refused with unknown roles or a token life out of range', async () => {
    const { call } = createTestWorld();
    for (let index = 0; index < 30; index += 1) await call('POST', path, wish({ name: `Robot ${index}` }));
    expect((await call('GET', `${path}?pageSize=5`)).body).toMatchObject({ total: 31, pageCount: 1, pageNumber: 1 });
    const roleDivisions = [{ roleId: 'nothing', divisionId: '*' }];
    expect((await call('POST', path, wish({ roleDivisions }))).status).toBe(404);
    expect((await call('POST', path, wish({ accessTokenValiditySeconds: 299 }))).status).toBe(400);
    expect((await call('POST', path, { name: 'Robot' })).status).toBe(400);
  });

  it('lose the roles that a PUT does not name', async () => {
    const { call, simulator } = createTestWorld();
    const role = simulator.organisation('Acme').create('auth_role', { name: 'Reader' });
    const made = await call('POST', path, wish({ roleIds: [role.id] }));
    const one = `${path}/${String(made.body['id'])}`;
    const kept = await call('PUT', one, wish({ description: 'Works at night', roleIds: [role.id] }));
    expect(kept.body).toMatchObject({ description: 'Works at night', roleIds: [role.id] });
    const emptied = await call('PUT', one, wish());
    expect(emptied.body).toMatchObject({ roleIds: [], roleDivisions: [] });
    const subject = await call('GET', `/api/v2/authorization/subjects/${String(made.body['id'])}`);
    expect(subject.body['grants']).toEqual([]);
  });

  it('get a new secret that ends the old one', async () => {
    const world = createTestWorld();
    const made = await world.call('POST', path, wish());
    const renewed = await world.call('POST', `${path}/${String(made.body['id'])}/secret`);
    expect(renewed.body['secret']).not.toBe(made.body['secret']);
    expect(await tokenFor(world, made.body['id'], made.body['secret'])).toMatchObject({
      status: 400,
      body: { error: 'invalid_client' },
    });
    expect((await tokenFor(world, made.body['id'], renewed.body['secret'])).status).toBe(200);
    expect(JSON.stringify(world.simulator.organisation('Acme').audits())).not.toContain(String(made.body['secret']));
  });

  it('are refused with their tokens while inactive, and must be inactive to be deleted', async () => {
    const world = createTestWorld();
    const made = await world.call('POST', path, wish());
    const { id, secret } = made.body;
    const one = `${path}/${String(id)}`;
    const robot = world.as(String((await tokenFor(world, id, secret)).body['access_token']));
    expect((await robot('GET', '/api/v2/tokens/me')).status).toBe(200);
    expect((await world.call('DELETE', one)).status).toBe(400);
    await world.call('PUT', one, wish({ state: 'inactive' }));
    expect((await robot('GET', '/api/v2/tokens/me')).status).toBe(401);
    expect((await tokenFor(world, id, secret)).body['error']).toBe('invalid_client');
    expect((await world.call('DELETE', one)).status).toBe(204);
    expect((await world.call('GET', one)).body['state']).toBe('deleted');
    expect((await world.call('GET', path)).body['total']).toBe(1);
  });

  it('of another grant type cannot ask for client credentials', async () => {
    const world = createTestWorld();
    const made = await world.call('POST', path, wish({ authorizedGrantType: 'CODE' }));
    const token = await tokenFor(world, made.body['id'], made.body['secret']);
    expect(token.body['error']).toBe('unauthorized_client');
  });

  it('tell how often they called what, some time after they were asked', async () => {
    const { call, clock } = createTestWorld();
    await call('GET', '/api/v2/routing/queues');
    await call('POST', '/api/v2/routing/queues', {});
    const interval = '2026-01-05T00:00:00Z/2026-01-06T00:00:00Z';
    const query = await call('POST', `${path}/deployer/usage/query`, { interval });
    const results = String(query.body['resultsUri']);
    expect((await call('GET', results)).body).toEqual({ results: [], queryStatus: 'Running' });
    clock.advance(1000);
    const { body } = await call('GET', results);
    expect(body['queryStatus']).toBe('Complete');
    const queues = { templateUri: '/api/v2/routing/queues', requests: 1 };
    expect(body['results']).toContainEqual(expect.objectContaining({ ...queues, httpMethod: 'GET', status200: 1 }));
    expect(body['results']).toContainEqual(expect.objectContaining({ ...queues, httpMethod: 'POST', status400: 1 }));
    expect((await call('POST', `${path}/deployer/usage/query`, { interval: 'ever' })).status).toBe(400);
  });
});
