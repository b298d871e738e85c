import { describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';

const path = '/api/v2/authorization/roles';
type Listed = readonly Readonly<Record<string, unknown>>[];

function defaultRole(world: TestWorld, defaultRoleId: string): string {
  const roles = world.simulator.organisation('Acme').entities('auth_role');
  return roles.find((role) => role['defaultRoleId'] === defaultRoleId)?.id ?? '';
}

const policy = (entityName: string, ...actionSet: readonly string[]): object => ({
  domain: 'routing',
  entityName,
  actionSet,
});

describe('default roles', () => {
  it('are in a new organisation, marked as such, with permissions', async () => {
    const { call } = createTestWorld();
    const { body } = await call('GET', `${path}?pageSize=100`);
    const builtIn = (body['entities'] as Listed).filter((role) => role['default'] === true);
    expect(builtIn.map((role) => role['name'])).toEqual(
      expect.arrayContaining(['admin', 'employee', 'Master Admin', 'supervisor']),
    );
    expect(builtIn.every((role) => (role['permissionPolicies'] as Listed).length > 0)).toBe(true);
    expect((await call('GET', `${path}?defaultRoleId=employee`)).body).toMatchObject({
      total: 1,
      entities: [{ name: 'employee', default: true }],
    });
  });

  it('cannot be deleted, can be changed, compared with what they were, and restored by id', async () => {
    const world = createTestWorld();
    const { call } = world;
    const id = defaultRole(world, 'supervisor');
    expect((await call('DELETE', `${path}/${id}`)).status).toBe(400);
    const permissionPolicies = [policy('queue', 'view', 'delete')];
    const changed = await call('PUT', `${path}/${id}`, { name: 'Boss', permissionPolicies });
    expect(changed.body).toMatchObject({ name: 'Boss', default: true, defaultRoleId: 'supervisor' });
    const difference = (await call('GET', `${path}/${id}/comparedefault/supervisor`)).body;
    expect(difference['addedPermissionPolicies']).toMatchObject([policy('queue', 'delete')]);
    expect(difference['samePermissionPolicies']).toMatchObject([policy('queue', 'view')]);
    expect(difference['removedPermissionPolicies']).toContainEqual(
      expect.objectContaining(policy('queue', 'search', 'join')),
    );
    const unsaved = { name: 'Boss', permissionPolicies: [] };
    const post = await call('POST', `${path}/${id}/comparedefault/${id}`, unsaved);
    expect(post.body).toMatchObject({ addedPermissionPolicies: [], samePermissionPolicies: [] });
    const restored = await call('PUT', `${path}/default`, [{ id }]);
    expect(restored.body).toMatchObject({ total: 1, entities: [{ id, name: 'supervisor' }] });
  });

  it('are restored all at once by force, and left alone without', async () => {
    const world = createTestWorld();
    const id = defaultRole(world, 'user');
    await world.call('PUT', `${path}/${id}`, { name: 'Agent', permissionPolicies: [] });
    await world.call('POST', `${path}/default`);
    expect((await world.call('GET', `${path}/${id}`)).body['name']).toBe('Agent');
    await world.call('POST', `${path}/default?force=true`);
    expect((await world.call('GET', `${path}/${id}`)).body['name']).toBe('user');
    const own = await world.call('POST', path, { name: 'Own' });
    expect((await world.call('PUT', `${path}/default`, [{ id: own.body['id'] }])).status).toBe(400);
  });
});

describe('own roles', () => {
  it('are never default roles, whatever the request says, and are found by what they allow', async () => {
    const { call } = createTestWorld();
    const body = { name: 'Own', default: true, defaultRoleId: 'employee', permissionPolicies: [policy('skill', '*')] };
    expect((await call('POST', path, body)).body).toMatchObject({ default: false });
    const names = async (query: string): Promise<readonly unknown[]> =>
      ((await call('GET', `${path}?pageSize=100&${query}`)).body['entities'] as Listed).map((role) => role['name']);
    expect(await names('permission=routing:skill:manage')).toContain('Own');
    expect(await names('permission=routing:queue:edit')).not.toContain('Own');
    expect(await names('permission=routing:queue:edit&permission=routing:skill:manage')).toContain('Own');
  });

  it('show their number of users unless it is not wanted', async () => {
    const { call } = createTestWorld();
    const { body } = await call('POST', path, { name: 'Own' });
    const one = `${path}/${String(body['id'])}`;
    expect((await call('GET', one)).body['userCount']).toBe(0);
    expect((await call('GET', `${one}?userCount=false`)).body).not.toHaveProperty('userCount');
    const patched = await call('PATCH', one, { name: 'Ignored', roleNeedsUpdate: true });
    expect(patched.body).toMatchObject({ name: 'Own', roleNeedsUpdate: true });
  });
});
