import { describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

async function askToken(
  world: TestWorld,
  request: { readonly basic?: string; readonly body: string; readonly path?: string },
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
  const authorization =
    request.basic === undefined ? undefined : `Basic ${Buffer.from(request.basic).toString('base64')}`;
  const path = request.path ?? '/oauth/token';
  const answer = await world.simulator.handle({ method: 'POST', path, headers: { authorization }, body: request.body });
  return { status: answer.status, body: JSON.parse(String(answer.body)) as Readonly<Record<string, unknown>> };
}

const grant = 'grant_type=client_credentials';

describe('the token endpoint', () => {
  it('gives a token for Basic credentials and for form fields, bare and under /login', async () => {
    const world = createTestWorld();
    const basic = await askToken(world, { basic: 'deployer:deployer-secret', body: grant });
    expect(basic).toMatchObject({ status: 200, body: { token_type: 'bearer', expires_in: 86_400 } });
    const body = `${grant}&client_id=deployer&client_secret=deployer-secret`;
    const form = await askToken(world, { body, path: '/login/oauth/token' });
    expect(form.status).toBe(200);
    expect(form.body['access_token']).not.toBe(basic.body['access_token']);
  });

  it('refuses a wrong secret, an unknown client and another grant', async () => {
    const world = createTestWorld();
    const wrong = await askToken(world, { basic: 'deployer:guess', body: grant });
    expect(wrong).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
    expect(wrong.body['error_description']).toBe(wrong.body['description']);
    expect(await askToken(world, { basic: 'nobody:x', body: grant })).toMatchObject({
      status: 400,
      body: { error: 'invalid_client' },
    });
    const other = await askToken(world, { basic: 'deployer:deployer-secret', body: 'grant_type=password' });
    expect(other).toMatchObject({ status: 400, body: { error: 'unsupported_grant_type' } });
  });

  it('answers 400 "rate limit exceeded" above its limit, until the minute is over', async () => {
    const world = createTestWorld({ settings: { tokenLimitPerMinute: 2 } });
    const ask = () => askToken(world, { basic: 'deployer:deployer-secret', body: grant });
    await ask();
    await ask();
    const third = await ask();
    expect(third).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
    expect(third.body['description']).toMatch(/^rate limit exceeded;/);
    world.clock.advance(60_000);
    expect((await ask()).status).toBe(200);
  });
});

describe('tokens', () => {
  it('are refused with 401 when missing, unknown, expired or revoked', async () => {
    const world = createTestWorld({
      clients: [{ id: 'deployer', secret: 'deployer-secret', tokenValiditySeconds: 300 }],
    });
    expect(await world.as('nonsense')('GET', '/api/v2/tokens/me')).toMatchObject({
      status: 401,
      body: { code: 'bad.credentials' },
    });
    expect(await world.simulator.handle({ method: 'GET', path: '/api/v2/tokens/me', headers: {} })).toMatchObject({
      status: 401,
    });
    const call = world.as(await world.token('deployer'));
    expect((await call('GET', '/api/v2/tokens/me')).status).toBe(200);
    world.clock.advance(300_000);
    expect((await call('GET', '/api/v2/tokens/me')).status).toBe(401);
    const fresh = world.as(await world.token('deployer'));
    await fresh('DELETE', '/api/v2/tokens/me');
    expect((await fresh('GET', '/api/v2/tokens/me')).status).toBe(401);
  });

  it('of a person end when the person is deleted', async () => {
    const world = createTestWorld();
    const acme = world.simulator.organisation('Acme');
    const human = world.as(acme.logIn('hanna@acme.example'));
    expect((await human('GET', '/api/v2/users/me')).status).toBe(200);
    await world.call('DELETE', `/api/v2/users/${acme.entities('user')[0]?.id ?? ''}`);
    expect((await human('GET', '/api/v2/users/me')).status).toBe(401);
  });

  it('choose the organisation', async () => {
    const world = createTestWorld();
    world.simulator.addOrganisation({ name: 'Beta', clients: [{ id: 'beta', secret: 'beta-secret' }] });
    const answer = await world.as(await world.token('beta'))('GET', '/api/v2/organizations/me');
    expect(answer.body).toMatchObject({ name: 'Beta', defaultCountryCode: 'US', state: 'active' });
    expect(answer.body['id']).not.toBe(world.simulator.organisation('Acme').id);
  });

  it('of people name the user; client credentials have none', async () => {
    const world = createTestWorld();
    const human = world.as(world.simulator.organisation('Acme').logIn('hanna@acme.example'));
    expect((await human('GET', '/api/v2/users/me')).body).toMatchObject({ name: 'Hanna Muster' });
    expect((await world.call('GET', '/api/v2/users/me')).status).toBe(400);
    const info = await world.call('GET', '/api/v2/tokens/me');
    expect(info.body).toMatchObject({ organization: { name: 'Acme' }, OAuthClient: { id: 'deployer' } });
    expect(JSON.stringify(info.body)).not.toContain('deployer-secret');
  });
});
