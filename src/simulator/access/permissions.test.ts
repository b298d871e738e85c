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

describe('what a subject may do', () => {
  const queues = '/api/v2/routing/queues';
  const bulkAdd = (id: string): string => `/api/v2/authorization/subjects/${id}/bulkadd`;

  it('comes from its roles at every moment, also for a token that is there already', async () => {
    const world = createTestWorld({
      clients: [
        { id: 'deployer', secret: 'deployer-secret' },
        { id: 'robot', secret: 'robot-secret', permissions: [] },
      ],
    });
    const robot = world.as(await world.token('robot'));
    expect((await robot('GET', queues)).status).toBe(403);
    const policies = [{ domain: 'routing', entityName: '*', actionSet: ['*'] }];
    const role = await world.call('POST', '/api/v2/authorization/roles', {
      name: 'Router',
      permissionPolicies: policies,
    });
    const grants = [{ roleId: role.body['id'], divisionId: '*' }];
    await world.call('POST', bulkAdd('robot'), { grants });
    expect((await robot('POST', queues, { name: 'Sales' })).status).toBe(200);
    expect((await world.call('GET', '/api/v2/oauth/clients/robot')).body['roleDivisions']).toContainEqual(grants[0]);
    await world.call('POST', '/api/v2/authorization/subjects/robot/bulkremove', { grants });
    expect((await robot('GET', queues)).status).toBe(403);
  });

  it('includes the roles of its groups while these have roles enabled', async () => {
    const world = createTestWorld({
      humans: [{ name: 'Hanna Muster', email: 'hanna@acme.example', permissions: [] }],
    });
    const acme = world.simulator.organisation('Acme');
    const hanna = acme.entities('user')[0]?.id ?? '';
    const human = world.as(acme.logIn('hanna@acme.example'));
    const group = acme.create('group', { name: 'Admins', type: 'official', visibility: 'public', rulesVisible: true });
    const path = `/api/v2/groups/${group.id}`;
    const admin = acme.entities('auth_role').find((role) => role['defaultRoleId'] === 'admin');
    await world.call('POST', bulkAdd(group.id), { grants: [{ roleId: admin?.id, divisionId: '*' }] });
    await world.call('POST', `${path}/members`, { memberIds: [hanna], version: 1 });
    expect((await human('GET', queues)).status).toBe(403);
    await world.call('PUT', path, { rolesEnabled: true, version: 2 });
    expect((await human('GET', queues)).status).toBe(200);
    const subject = await world.call('GET', `/api/v2/authorization/subjects/${hanna}`);
    expect(subject.body['grants']).toContainEqual(expect.objectContaining({ subjectId: group.id }));
    await world.call('DELETE', path);
    expect((await human('GET', queues)).status).toBe(403);
  });

  it('counts no conditions, and general permissions of a role like policies', async () => {
    const world = createTestWorld({
      clients: [
        { id: 'deployer', secret: 'deployer-secret' },
        { id: 'robot', secret: 'robot-secret', permissions: [] },
      ],
    });
    const conditional = {
      domain: 'routing',
      entityName: 'queue',
      actionSet: ['view'],
      resourceConditionNode: { conjunction: 'AND', terms: [] },
    };
    const role = await world.call('POST', '/api/v2/authorization/roles', {
      name: 'Odd',
      permissions: ['routing:skill:*'],
      permissionPolicies: [conditional],
    });
    await world.call('POST', bulkAdd('robot'), { grants: [{ roleId: role.body['id'], divisionId: '*' }] });
    const robot = world.as(await world.token('robot'));
    expect((await robot('GET', queues)).status).toBe(200);
    expect((await robot('POST', '/api/v2/routing/skills', { name: 'VIP' })).status).toBe(200);
    expect((await robot('POST', queues, { name: 'Sales' })).status).toBe(403);
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
    const names = (roles.body['entities'] as readonly { name: string }[]).map(({ name }) => name);
    expect(names).toEqual([
      'admin',
      'Master Admin',
      'Role of Client deployer',
      'Role of Client north',
      'Role of Hanna Muster',
    ]);
    const catalogue = await world.call('GET', '/api/v2/authorization/permissions?pageSize=100');
    expect(JSON.stringify(catalogue.body)).toContain('routing:emergencyGroup:edit');
    const client = await world.call('GET', '/api/v2/oauth/clients/north');
    expect(client.body).toMatchObject({ roleDivisions: [{ divisionId: northId(world) }] });
    expect(client.body).not.toHaveProperty('secret');
  });
});
