import { describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

const me = '/api/v2/organizations/me';

function asHanna(world: TestWorld): ReturnType<TestWorld['as']> {
  return world.as(world.simulator.organisation('Acme').logIn('hanna@acme.example'));
}

describe('the organisation', () => {
  it('has every property of the model', async () => {
    const { body } = await createTestWorld().call('GET', me);
    expect(Object.keys(body).toSorted()).toEqual(
      [
        'id',
        'name',
        'defaultLanguage',
        'defaultCountryCode',
        'thirdPartyOrgName',
        'thirdPartyURI',
        'domain',
        'features',
        'version',
        'state',
        'defaultSiteId',
        'supportURI',
        'voicemailEnabled',
        'productPlatform',
        'selfUri',
      ].toSorted(),
    );
    expect(body).toMatchObject({ name: 'Acme', state: 'active', version: 1, defaultCountryCode: 'US' });
  });

  it('is replaced with its version, keeps what is read-only, and the change is audited', async () => {
    const { call, simulator } = createTestWorld();
    const { body } = await call('GET', me);
    const changed = { ...body, defaultLanguage: 'de', thirdPartyOrgName: 'other' };
    const answer = await call('PUT', me, changed);
    expect(answer).toMatchObject({
      status: 200,
      body: { defaultLanguage: 'de', thirdPartyOrgName: 'acme', version: 2 },
    });
    expect((await call('GET', me)).body).toEqual(answer.body);
    expect((await call('PUT', me, changed)).status).toBe(409);
    expect((await call('PUT', me, { name: 'x' })).status).toBe(400);
    expect((await call('PUT', me, { ...answer.body, state: 'sleeping' })).status).toBe(400);
    const [audit] = simulator.organisation('Acme').audits();
    expect(audit?.message).toMatchObject({ entityType: 'Organization', action: 'Update' });
  });

  it('has features that can be switched', async () => {
    const { call } = createTestWorld();
    const switched = await call('PATCH', '/api/v2/organizations/features/hipaa', { enabled: true });
    expect(switched.body).toMatchObject({ hipaa: true });
    expect((await call('GET', me)).body['features']).toMatchObject({ hipaa: true, purecloud: true });
    for (const unknown of ['telepathy', 'constructor'])
      expect((await call('PATCH', `/api/v2/organizations/features/${unknown}`, { enabled: true })).status).toBe(400);
  });

  it('tells the limits that it enforces', async () => {
    const { call } = createTestWorld({ settings: { rateLimitPerMinute: 500 } });
    const path = '/api/v2/organizations/limits/namespaces';
    expect((await call('GET', path)).body['entities']).toContain('platform.api');
    const key = 'client.credentials.token.rate.per.minute';
    const limit = { key, namespace: 'platform.api' };
    expect((await call('GET', `${path}/platform.api`)).body['entities']).toContainEqual({ ...limit, value: 500 });
    expect((await call('GET', `${path}/platform.api/defaults`)).body['entities']).toContainEqual({
      ...limit,
      value: 300,
    });
    expect((await call('GET', `${path}/nothing`)).status).toBe(404);
  });
});

describe('a token', () => {
  it('names client and organisation, and ends when its owner logs out', async () => {
    const world = createTestWorld();
    const call = world.as(await world.token('deployer'));
    const { body } = await call('GET', '/api/v2/tokens/me');
    expect(body).toMatchObject({
      organization: { name: 'Acme' },
      OAuthClient: { id: 'deployer', authorizedGrantType: 'CLIENT-CREDENTIALS', organization: { name: 'Acme' } },
    });
    expect(JSON.stringify(body)).not.toContain('secret');
    expect((await call('DELETE', '/api/v2/tokens/me')).status).toBe(200);
    expect((await call('GET', '/api/v2/tokens/me')).status).toBe(401);
  });

  it('of a person is ended by an administrator', async () => {
    const world = createTestWorld();
    const hanna = asHanna(world);
    const { id } = (await hanna('GET', '/api/v2/users/me')).body;
    expect((await world.call('DELETE', `/api/v2/tokens/${String(id)}`)).status).toBe(200);
    expect((await hanna('GET', '/api/v2/users/me')).status).toBe(401);
    expect((await world.call('DELETE', '/api/v2/tokens/nobody')).status).toBe(404);
  });
});

describe('the person behind a token', () => {
  it('is shown with what is asked for', async () => {
    const world = createTestWorld();
    const expand =
      'organization,token,date,authorization,routingStatus,presence,geolocation,station,superiors,directReports,adjacents,favorites,trustors,routingSkills,locationDefinitions,orgAuthorization,outOfOffice';
    const { body } = await asHanna(world)('GET', `/api/v2/users/me?expand=${expand}`);
    expect(Object.keys(body)).toEqual(expect.arrayContaining(expand.split(',')));
    expect(body).toMatchObject({
      email: 'hanna@acme.example',
      organization: { name: 'Acme' },
      date: { currentDate: '2026-01-05T08:00:00.000Z' },
      authorization: { roles: [{ name: 'Role of Hanna Muster' }] },
    });
    const plain = await asHanna(world)('GET', '/api/v2/users/me?expand=constructor,__proto__,nothing');
    expect(plain.status).toBe(200);
    expect(plain.body).not.toHaveProperty('organization');
  });

  it('does not exist for client credentials', async () => {
    expect((await createTestWorld().call('GET', '/api/v2/users/me')).status).toBe(400);
  });

  it('has superiors, siblings and reports, also when they go round in a circle', async () => {
    const world = createTestWorld();
    const acme = world.simulator.organisation('Acme');
    const hanna = asHanna(world);
    const { id, version } = (await hanna('GET', '/api/v2/users/me')).body;
    const boss = acme.create('user', { name: 'Boss', email: 'boss@a.example' });
    const peer = acme.create('user', { name: 'Peer', email: 'peer@a.example' });
    await world.call('PATCH', `/api/v2/users/${boss.id}`, { version: 1, manager: id });
    await world.call('PATCH', `/api/v2/users/${peer.id}`, { version: 1, manager: boss.id });
    await world.call('PATCH', `/api/v2/users/${String(id)}`, { version, manager: boss.id });
    const { body } = await hanna('GET', '/api/v2/users/me?expand=superiors,adjacents');
    expect(body['superiors']).toMatchObject([{ name: 'Boss' }]);
    expect(body['adjacents']).toMatchObject({ siblings: [{ name: 'Peer' }], directReports: [{ name: 'Boss' }] });
  });
});

describe('licences', () => {
  it('are defined, held and assigned', async () => {
    const world = createTestWorld();
    const user = world.simulator.organisation('Acme').create('user', { name: 'Ada', email: 'ada@acme.example' });
    const one = `/api/v2/license/users/${user.id}`;
    expect((await world.call('GET', '/api/v2/license/definitions/engage3')).body).toMatchObject({
      comprises: [{ id: 'engage2' }],
    });
    expect((await world.call('GET', '/api/v2/license/definitions/nothing')).status).toBe(404);
    expect((await world.call('GET', one)).body).toMatchObject({ licenses: [{ id: 'engage3' }] });
    const assignments = [
      { licenseId: 'engage3', userIdsAdd: [], userIdsRemove: [user.id] },
      { licenseId: 'communicate', userIdsAdd: [user.id], userIdsRemove: [] },
    ];
    expect((await world.call('POST', '/api/v2/license/users', { assignments })).status).toBe(200);
    expect((await world.call('GET', one)).body).toMatchObject({ licenses: [{ id: 'communicate' }] });
    const list = await world.call('GET', '/api/v2/license/users?pageSize=1');
    expect(list.body).toMatchObject({ total: 2, pageCount: 2 });
  });

  it('have switches that turn with each POST', async () => {
    const { call } = createTestWorld();
    const path = '/api/v2/license/toggles/newThing';
    expect((await call('GET', path)).body).toEqual({ featureName: 'newThing', enabled: false });
    expect((await call('POST', path)).body).toMatchObject({ enabled: true });
    expect((await call('GET', path)).body).toMatchObject({ enabled: true });
  });
});

describe('time', () => {
  it('is that of the clock', async () => {
    expect((await createTestWorld().call('GET', '/api/v2/date')).body).toEqual({
      currentDate: '2026-01-05T08:00:00.000Z',
    });
  });

  it('zones are those of IANA, in pages, with their offset of now in seconds', async () => {
    const world = createTestWorld();
    const { call, clock } = world;
    const { body } = await call('GET', '/api/v2/timezones?pageSize=500');
    expect(body['total']).toBe(Intl.supportedValuesOf('timeZone').length);
    const berlin = { id: 'Europe/Berlin', name: 'Central European Time' };
    expect(body['entities']).toContainEqual(expect.objectContaining({ ...berlin, offset: 3600 }));
    expect((await call('GET', '/api/v2/timezones')).body['entities']).toHaveLength(25);
    clock.advance(180 * 86_400_000);
    const later = world.as(await world.token('deployer'));
    const summer = await later('GET', '/api/v2/timezones?pageSize=500');
    expect(summer.body['entities']).toContainEqual(expect.objectContaining({ ...berlin, offset: 7200 }));
  });
});
