import { describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';

const roles = '/api/v2/authorization/roles';
const subjects = '/api/v2/authorization/subjects';

type Staff = TestWorld & { readonly ada: string; readonly group: string; readonly role: string; readonly home: string };

function staffed(): Staff {
  const world = createTestWorld();
  const acme = world.simulator.organisation('Acme');
  const home = acme.homeDivisionId;
  const user = acme.create('user', { name: 'Ada', email: 'ada@acme.example', divisionId: home });
  const group = acme.create('group', { name: 'Admins', type: 'official', visibility: 'public', rulesVisible: true });
  const permissionPolicies = [{ domain: 'routing', entityName: 'queue', actionSet: ['edit'] }];
  const role = acme.create('auth_role', { name: 'Queue editor', permissionPolicies });
  return { ...world, ada: user.id, group: group.id, role: role.id, home };
}

describe('who holds a role', () => {
  it('is told for users, groups and OAuth clients, with their divisions', async () => {
    const { call, ada, group, role, home } = staffed();
    await call('POST', `${subjects}/${ada}/bulkadd`, { grants: [{ roleId: role, divisionId: home }] });
    await call('POST', `${subjects}/${group}/divisions/${home}/roles/${role}`);
    await call('POST', `${subjects}/deployer/bulkadd`, { grants: [{ roleId: role, divisionId: '*' }] });
    const { body } = await call('GET', `${roles}/${role}/subjectgrants`);
    expect(body['total']).toBe(3);
    const expected = [
      { id: ada, name: 'Ada', type: 'PC_USER', divisions: [expect.objectContaining({ id: home, name: 'Home' })] },
      { id: group, name: 'Admins', type: 'PC_GROUP', divisions: [expect.objectContaining({ id: home })] },
      { id: 'deployer', name: 'Client deployer', type: 'PC_OAUTH_CLIENT', divisions: [{ id: '*', name: '*' }] },
    ];
    expect(body['entities']).toEqual(expect.arrayContaining(expected));
    expect((await call('GET', `${roles}/${role}/users`)).body).toMatchObject({ total: 1, entities: [{ id: ada }] });
    const inHome = await call('GET', `/api/v2/authorization/divisions/${home}/grants`);
    expect(inHome.body).toMatchObject({ total: 2 });
    expect((await call('GET', `${subjects}/rolecounts?id=${ada}&id=deployer`)).body).toEqual({ [ada]: 1, deployer: 2 });
  });

  it('can be changed from the side of the role', async () => {
    const { call, ada, group, role, home } = staffed();
    await call('PUT', `${roles}/${role}/users/add`, [ada]);
    const own = await call('GET', `${subjects}/${ada}`);
    expect(own.body).toMatchObject({ grants: [{ subjectId: ada, division: { id: home }, role: { id: role } }] });
    await call('PUT', `${roles}/${role}/users/remove`, [ada]);
    expect((await call('GET', `${subjects}/${ada}`)).body['grants']).toEqual([]);
    await call('POST', `${roles}/${role}?subjectType=PC_GROUP`, { subjectIds: [group], divisionIds: ['*'] });
    expect((await call('GET', `${subjects}/${group}`)).body).toMatchObject({ grants: [{ division: { id: '*' } }] });
  });
});

describe('grants of a subject', () => {
  it('are added, taken away and replaced; the date of one that stays does not change', async () => {
    const { call, clock, ada, role, home } = staffed();
    const path = `${subjects}/${ada}`;
    const grant = { roleId: role, divisionId: home };
    const wide = { roleId: role, divisionId: '*' };
    const dates = async (): Promise<readonly unknown[]> =>
      ((await call('GET', path)).body['grants'] as readonly { grantMadeAt: string }[]).map((one) => one.grantMadeAt);
    expect((await call('POST', `${path}/bulkadd`, { grants: [grant, grant] })).status).toBe(204);
    clock.advance(60_000);
    await call('POST', `${path}/bulkreplace`, { grants: [wide, grant] });
    expect(await dates()).toEqual(['2026-01-05T08:01:00.000Z', '2026-01-05T08:00:00.000Z']);
    await call('POST', `${path}/bulkremove`, { grants: [wide] });
    expect(await dates()).toEqual(['2026-01-05T08:00:00.000Z']);
    await call('DELETE', `${path}/divisions/${home}/roles/${role}`);
    expect(await dates()).toEqual([]);
    expect((await call('POST', `${path}/bulkadd`, { grants: [{ ...grant, divisionId: 'nowhere' }] })).status).toBe(404);
    expect((await call('GET', `${subjects}/nobody`)).status).toBe(404);
  });

  it('are audited with what they were, once for each change', async () => {
    const { call, simulator, ada, role, home } = staffed();
    const grants = [{ roleId: role, divisionId: home }];
    await call('POST', `${subjects}/${ada}/bulkadd`, { grants });
    await call('POST', `${subjects}/${ada}/bulkadd`, { grants });
    const audits = simulator.organisation('Acme').audits();
    expect(audits.map((record) => record.message)).toMatchObject([
      {
        entityType: 'AuthUser',
        entity: { id: ada, name: 'Ada' },
        propertyChanges: [{ property: 'grants', oldValues: [], newValues: [`${role} in ${home}`] }],
      },
    ]);
  });
});

describe('the roles of a user', () => {
  it('are read and set without divisions: those kept keep theirs, new ones hold in the home division', async () => {
    const { call, simulator, ada, role } = staffed();
    const other = simulator.organisation('Acme').create('auth_role', { name: 'Other' });
    await call('POST', `${subjects}/${ada}/bulkadd`, { grants: [{ roleId: role, divisionId: '*' }] });
    const set = await call('PUT', `/api/v2/users/${ada}/roles`, [role, other.id]);
    expect(set.body).toMatchObject({
      roles: [{ name: 'Queue editor' }, { name: 'Other' }],
      permissions: ['routing:queue:edit'],
    });
    expect((await call('GET', `${subjects}/${ada}`)).body).toMatchObject({
      grants: [{ division: { id: '*' } }, { division: { name: 'Home' } }],
    });
    const expanded = await call('GET', `/api/v2/users/${ada}?expand=authorization`);
    expect(expanded.body).toMatchObject({ authorization: { permissions: ['routing:queue:edit'] } });
    await call('PUT', `/api/v2/users/${ada}/roles`, []);
    expect((await call('GET', `/api/v2/users/${ada}/roles`)).body['roles']).toEqual([]);
  });
});
