import { describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/world.ts';

function limitedWorld(): TestWorld {
  return createTestWorld({
    clients: [
      { id: 'deployer', secret: 'deployer-secret' },
      { id: 'reader', secret: 'reader-secret', permissions: ['routing:queue:view'] },
      {
        id: 'north',
        secret: 'north-secret',
        permissions: ['routing:*:*', 'authorization:grant:view'],
        divisions: ['North'],
      },
    ],
  });
}

function northId(world: TestWorld): string {
  const divisions = world.simulator.organisation('Acme').entities('auth_division');
  return divisions.find((division) => division['name'] === 'North')?.id ?? '';
}

describe('permissions', () => {
  it('are named in the 403 when missing', async () => {
    const world = limitedWorld();
    const reader = world.as(await world.token('reader'));
    expect((await reader('GET', '/api/v2/routing/queues')).status).toBe(200);
    const refused = await reader('POST', '/api/v2/routing/queues', { name: 'Sales' });
    expect(refused).toMatchObject({ status: 403, body: { code: 'missing.any.permissions', status: 403 } });
    expect(refused.body['message']).toContain('routing:queue:add');
    const codes = await reader('GET', '/api/v2/routing/wrapupcodes');
    expect(codes.body).toMatchObject({ code: 'missing.permissions' });
  });

  it('follow a change of the role at once', async () => {
    const world = limitedWorld();
    const reader = world.as(await world.token('reader'));
    const roles = world.simulator.organisation('Acme').entities('auth_role');
    const role = roles.find((candidate) => candidate['name'] === 'Role of Client reader');
    const policies = [{ domain: 'routing', entityName: 'queue', actionSet: ['*'] }];
    await world.call('PUT', `/api/v2/authorization/roles/${role?.id}`, {
      name: 'Reader',
      permissionPolicies: policies,
    });
    expect((await reader('POST', '/api/v2/routing/queues', { name: 'Sales' })).status).toBe(200);
  });
});

describe('a client limited to a division', () => {
  it('sees only objects of that division', async () => {
    const world = limitedWorld();
    const home = await world.call('POST', '/api/v2/routing/queues', { name: 'Home queue' });
    await world.call('POST', '/api/v2/routing/queues', { name: 'North queue', division: { id: northId(world) } });
    const north = world.as(await world.token('north'));
    const list = await north('GET', '/api/v2/routing/queues');
    expect(list.body).toMatchObject({ total: 1, entities: [{ name: 'North queue' }] });
    const other = await north('GET', `/api/v2/routing/queues/${String(home.body['id'])}`);
    expect(other).toMatchObject({ status: 403, body: { code: 'missing.division.permission' } });
  });

  it('writes there and nowhere else', async () => {
    const world = limitedWorld();
    const north = world.as(await world.token('north'));
    expect(
      (await north('POST', '/api/v2/routing/queues', { name: 'A', division: { id: northId(world) } })).status,
    ).toBe(200);
    expect((await north('POST', '/api/v2/routing/queues', { name: 'B' })).status).toBe(403);
  });
});

describe('what a doctor asks', () => {
  it('shows grants, permitted divisions and the catalogue of permissions', async () => {
    const world = limitedWorld();
    const north = world.as(await world.token('north'));
    const me = await north('GET', '/api/v2/authorization/subjects/me');
    expect(me.body).toMatchObject({ id: 'north', grants: [{ division: { name: 'North' } }] });
    const permitted = await north(
      'GET',
      '/api/v2/authorization/divisionspermitted/paged/me?permission=routing:queue:edit',
    );
    expect(permitted.body).toMatchObject({ allDivsPermitted: false, total: 1, entities: [{ name: 'North' }] });
    const all = await world.call(
      'GET',
      '/api/v2/authorization/divisionspermitted/paged/me?permission=routing:queue:edit',
    );
    expect(all.body).toMatchObject({ allDivsPermitted: true, total: 2 });
    const roles = await world.call('GET', '/api/v2/authorization/roles?permission=routing:queue:edit');
    expect(roles.body['total']).toBe(3);
    const catalogue = await world.call('GET', '/api/v2/authorization/permissions?pageSize=100');
    expect(JSON.stringify(catalogue.body)).toContain('routing:emergencyGroup:edit');
    const client = await world.call('GET', '/api/v2/oauth/clients/north');
    expect(client.body).toMatchObject({ roleDivisions: [{ divisionId: northId(world) }] });
    expect(client.body).not.toHaveProperty('secret');
  });
});
