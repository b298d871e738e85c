import { describe, expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

const divisions = '/api/v2/authorization/divisions';

describe('divisions', () => {
  it('can be deleted, listed as deleted and restored; the home division cannot be deleted', async () => {
    const { call, simulator } = createTestWorld();
    const north = await call('POST', divisions, { name: 'North', description: '' });
    const path = `${divisions}/${String(north.body['id'])}`;
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
    expect((await call('GET', `${divisions}/deleted`)).body).toMatchObject({ total: 1 });
    expect((await call('POST', `${path}/restore`)).status).toBe(200);
    expect((await call('GET', divisions)).body['total']).toBe(2);
    expect((await call('DELETE', `${divisions}/${simulator.organisation('Acme').homeDivisionId}`)).status).toBe(400);
  });

  it('take objects in, and give them to the home division when deleted by force', async () => {
    const { call, simulator } = createTestWorld();
    const north = String((await call('POST', divisions, { name: 'North', description: '' })).body['id']);
    const queue = simulator.organisation('Acme').create('routing_queue', { name: 'Sales' });
    expect((await call('POST', `${divisions}/${north}/objects/QUEUE`, [queue.id])).status).toBe(204);
    expect((await call('GET', `/api/v2/routing/queues/${queue.id}`)).body).toMatchObject({
      division: { name: 'North' },
    });
    expect((await call('GET', `${divisions}/${north}?objectCount=true`)).body['objectCounts']).toEqual({ QUEUE: 1 });
    expect((await call('GET', `${divisions}/${north}`)).body).not.toHaveProperty('objectCounts');
    expect((await call('DELETE', `${divisions}/${north}`)).status).toBe(400);
    expect((await call('DELETE', `${divisions}/${north}?force=true`)).status).toBe(204);
    expect((await call('GET', `/api/v2/routing/queues/${queue.id}`)).body).toMatchObject({
      division: { name: 'Home' },
    });
  });
});

describe('moving objects between divisions', () => {
  it('needs the permission to edit them in both, and types and objects that exist', async () => {
    const world = createTestWorld({
      clients: [
        { id: 'deployer', secret: 'deployer-secret' },
        { id: 'north', secret: 'north-secret', permissions: ['routing:queue:*'], divisions: ['North'] },
      ],
    });
    const acme = world.simulator.organisation('Acme');
    const north = acme.entities('auth_division').find((division) => division['name'] === 'North')?.id ?? '';
    const queue = acme.create('routing_queue', { name: 'Sales' });
    const limited = world.as(await world.token('north'));
    const move = `${divisions}/${north}/objects`;
    expect(await limited('POST', `${move}/QUEUE`, [queue.id])).toMatchObject({
      status: 403,
      body: { code: 'missing.division.permission', messageParams: { divisionId: acme.homeDivisionId } },
    });
    expect((await world.call('POST', `${move}/WEATHER`, [queue.id])).status).toBe(400);
    expect((await world.call('POST', `${move}/QUEUE`, ['none'])).status).toBe(404);
    expect((await world.call('POST', `${divisions}/none/objects/QUEUE`, [queue.id])).status).toBe(404);
    expect((await world.call('POST', `${move}/QUEUE`, [queue.id])).status).toBe(204);
    expect(acme.audits().at(-1)?.message).toMatchObject({ action: 'Update', entityType: 'Queue' });
  });
});

describe('roles and grants', () => {
  it('are given to users, taken away, and vanish with the role', async () => {
    const { call, simulator } = createTestWorld();
    const acme = simulator.organisation('Acme');
    const user = acme.create('user', { name: 'Ada', email: 'ada@acme.example', divisionId: acme.homeDivisionId });
    const role = acme.create('auth_role', { name: 'Reader' });
    const subject = `/api/v2/authorization/subjects/${user.id}`;
    await call('POST', `${subject}/divisions/${acme.homeDivisionId}/roles/${role.id}`);
    const roles = '/api/v2/authorization/roles';
    expect((await call('GET', `${roles}/${role.id}`)).body['userCount']).toBe(1);
    expect((await call('GET', `${roles}/${role.id}/subjectgrants`)).body).toMatchObject({
      entities: [{ id: user.id, type: 'PC_USER', divisions: [{ name: 'Home' }] }],
    });
    await call('DELETE', `${roles}/${role.id}`);
    expect((await call('GET', subject)).body['grants']).toEqual([]);
    expect(acme.audits().at(-1)?.message).toMatchObject({ entityType: 'AuthUser', entity: { id: user.id } });
    const unknown = { grants: [{ roleId: role.id, divisionId: '*' }] };
    expect((await call('POST', `${subject}/bulkreplace`, unknown)).status).toBe(404);
  });
});

describe('roles', () => {
  it('are found by the default role they stand for; own roles stand for none', async () => {
    const { call } = createTestWorld();
    await call('POST', '/api/v2/authorization/roles', { name: 'Own role' });
    const found = await call('GET', '/api/v2/authorization/roles?defaultRoleId=nobody');
    expect(found.body).toMatchObject({ total: 0, entities: [] });
  });
});

describe('the list of permissions', () => {
  it('has all domains, or the one asked for, with entity types and actions', async () => {
    const { call } = createTestWorld();
    const path = '/api/v2/authorization/permissions';
    const routing = await call('GET', `${path}?queryType=domain&query=routing`);
    expect(routing.body).toMatchObject({
      total: 1,
      entities: [{ domain: 'routing' }],
    });
    const [domain] = routing.body['entities'] as readonly { permissionMap: { queue: { action: string }[] } }[];
    expect(domain?.permissionMap.queue.map(({ action }) => action)).toEqual(expect.arrayContaining(['add', 'view']));
    expect((await call('GET', `${path}?queryType=domain&query=nothing`)).body['total']).toBe(0);
    expect(Number((await call('GET', path)).body['total'])).toBeGreaterThan(3);
  });
});
