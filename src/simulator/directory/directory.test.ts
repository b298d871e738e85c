import { describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

async function newUser(world: TestWorld, name: string): Promise<string> {
  const divisionId = world.simulator.organisation('Acme').homeDivisionId;
  const body = { name, email: `${name.toLowerCase()}@acme.example`, divisionId };
  return String((await world.call('POST', '/api/v2/users', body)).body['id']);
}

describe('users', () => {
  it('are softly deleted: hidden, readable with state=deleted, restorable, and their e-mail stays taken', async () => {
    const world = createTestWorld();
    const id = await newUser(world, 'Ada');
    const path = `/api/v2/users/${id}`;
    expect((await world.call('DELETE', path)).status).toBe(200);
    expect((await world.call('GET', path)).status).toBe(404);
    const deleted = await world.call('GET', `${path}?state=deleted`);
    expect(deleted.body).toMatchObject({ state: 'deleted', version: 2 });
    const divisionId = world.simulator.organisation('Acme').homeDivisionId;
    const twin = await world.call('POST', '/api/v2/users', { name: 'Ada', email: 'ada@acme.example', divisionId });
    expect(twin).toMatchObject({ status: 409, body: { code: 'general.conflict' } });
    expect((await world.call('PATCH', path, { version: 2, title: 'x' })).status).toBe(404);
    expect((await world.call('PATCH', path, { version: 2, state: 'active' })).body).toMatchObject({ state: 'active' });
    expect((await world.call('GET', '/api/v2/users')).body['total']).toBe(2);
  });

  it('are given a password that is a text', async () => {
    const world = createTestWorld();
    const path = `/api/v2/users/${await newUser(world, 'Ada')}/password`;
    expect((await world.call('POST', path, { newPassword: 'long enough' })).status).toBe(204);
    for (const wrong of [{}, { newPassword: 7 }, ['long enough']])
      expect((await world.call('POST', path, wrong)).status).toBe(400);
  });

  it('show skills and languages only when expanded', async () => {
    const world = createTestWorld();
    const id = await newUser(world, 'Ada');
    const skill = world.simulator.organisation('Acme').create('routing_skill', { name: 'Billing' });
    await world.call('PATCH', `/api/v2/users/${id}/routingskills/bulk`, [{ id: skill.id, proficiency: 4 }]);
    expect((await world.call('GET', `/api/v2/users/${id}`)).body).not.toHaveProperty('skills');
    const expanded = await world.call('GET', '/api/v2/users?expand=skills&expand=languages');
    expect(expanded.body['entities']).toContainEqual(
      expect.objectContaining({
        id,
        skills: [expect.objectContaining({ name: 'Billing', proficiency: 4 })],
        languages: [],
      }),
    );
    await world.call('DELETE', `/api/v2/users/${id}/routingskills/${skill.id}`);
    expect((await world.call('GET', `/api/v2/users/${id}/routingskills`)).body['total']).toBe(0);
  });

  it('belong to the home division unless told otherwise, and show an extension without a pool as display only', async () => {
    const { call, simulator } = createTestWorld();
    const addresses = [
      { mediaType: 'PHONE', type: 'WORK', extension: '4105' },
      { mediaType: 'PHONE', type: 'MOBILE', address: '+41445550100' },
    ];
    const user = await call('POST', '/api/v2/users', { name: 'Ada', email: 'ada@acme.example', addresses });
    expect(user.body).toMatchObject({
      division: { id: simulator.organisation('Acme').homeDivisionId },
      addresses: [{ display: '4105' }, { address: '+41445550100', display: '+41445550100' }],
    });
    expect(user.body['addresses']).not.toContainEqual(expect.objectContaining({ extension: '4105' }));
  });

  it('show an extension that a pool has, and their e-mail address as it was written', async () => {
    const { call } = createTestWorld();
    await call('POST', '/api/v2/telephony/providers/edges/extensionpools', { startNumber: '4100', endNumber: '4199' });
    const addresses = [{ mediaType: 'PHONE', type: 'WORK', extension: '4105' }];
    const user = await call('POST', '/api/v2/users', { name: 'Ada', email: 'Ada@Acme.example', addresses });
    expect(user.body).toMatchObject({
      email: 'Ada@Acme.example',
      addresses: [{ extension: '4105', display: '4105' }],
    });
    expect((await call('POST', '/api/v2/users', { name: 'A', email: 'ada@acme.example' })).status).toBe(409);
  });

  it('work at locations, written by id and shown with the location', async () => {
    const world = createTestWorld();
    const path = `/api/v2/users/${await newUser(world, 'Ada')}`;
    const zurich = String((await world.call('POST', '/api/v2/locations', { name: 'Zurich' })).body['id']);
    const unknown = await world.call('PATCH', path, { version: 1, locations: [{ id: 'nowhere' }] });
    expect(unknown.status).toBe(400);
    await world.call('PATCH', path, { version: 1, locations: [{ id: zurich, notes: 'Room 1' }] });
    const shown = (await world.call('GET', `${path}?expand=locations`)).body['locations'];
    expect(shown).toMatchObject([{ notes: 'Room 1', locationDefinition: { id: zurich, name: 'Zurich' } }]);
    const back = await world.call('PATCH', `${path}?expand=locations`, { version: 2, locations: shown });
    expect(back.body['locations']).toEqual(shown);
  });

  it('are found by search, also deleted ones', async () => {
    const world = createTestWorld();
    const id = await newUser(world, 'Ada');
    await world.call('DELETE', `/api/v2/users/${id}`);
    const query = [
      { fields: ['email'], value: 'ada@acme.example', type: 'EXACT' },
      { fields: ['state'], values: ['deleted'], type: 'EXACT' },
    ];
    const found = await world.call('POST', '/api/v2/users/search', { query });
    expect(found.body).toMatchObject({ total: 1, results: [{ id }] });
  });
});

describe('groups', () => {
  it('hold members whose changes raise the version, and stay readable when deleted', async () => {
    const world = createTestWorld();
    const ids = [await newUser(world, 'Ada'), await newUser(world, 'Bo')];
    const body = { name: 'Agents', type: 'official', rulesVisible: true, visibility: 'public', ownerIds: [ids[0]] };
    const group = await world.call('POST', '/api/v2/groups', body);
    const path = `/api/v2/groups/${String(group.body['id'])}`;
    expect(group.body).toMatchObject({ version: 1, memberCount: 0, owners: [{ name: 'Ada' }] });
    expect(group.body).not.toHaveProperty('members');
    expect((await world.call('POST', `${path}/members`, { memberIds: ids, version: 1 })).status).toBe(202);
    expect((await world.call('POST', `${path}/members`, { memberIds: ids, version: 1 })).status).toBe(400);
    await world.call('DELETE', `${path}/members?ids=${ids[0]}`);
    expect((await world.call('GET', `${path}/members`)).body).toMatchObject({ total: 1, entities: [{ name: 'Bo' }] });
    const changed = await world.call('PUT', path, { version: 3, description: 'all', ownerIds: [' '] });
    expect(changed.body).toMatchObject({ version: 4, name: 'Agents', memberCount: 1, owners: [] });
    await world.call('DELETE', path);
    expect((await world.call('GET', path)).body['state']).toBe('deleted');
    expect((await world.call('GET', '/api/v2/groups')).body['total']).toBe(0);
  });
});

describe('locations', () => {
  it('have no address and no emergency number when these are given without content', async () => {
    const { call } = createTestWorld();
    const address = { country: 'CH', city: 'Zurich', street1: 'Weg 1' };
    const made = await call('POST', '/api/v2/locations', { name: 'Zurich', address, emergencyNumber: {} });
    expect(made.body).toMatchObject({ address });
    expect(made.body).not.toHaveProperty('emergencyNumber');
    const path = `/api/v2/locations/${String(made.body['id'])}`;
    expect((await call('PATCH', path, { version: 1, address: {} })).body).not.toHaveProperty('address');
  });
});

describe('searches', () => {
  it('find groups and locations by name', async () => {
    const { call } = createTestWorld();
    await call('POST', '/api/v2/groups', {
      name: 'Agents',
      type: 'official',
      rulesVisible: true,
      visibility: 'public',
    });
    await call('POST', '/api/v2/locations', { name: 'Zurich' });
    for (const [path, value] of [
      ['groups', 'agents'],
      ['locations', 'Zurich'],
    ]) {
      const query = [{ fields: ['name'], value, type: 'EXACT' }];
      const found = await call('POST', `/api/v2/${path}/search`, { query });
      expect(found.body).toMatchObject({ total: 1, types: [path] });
    }
  });
});
