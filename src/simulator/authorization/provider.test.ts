import { describe, expect, it } from 'vitest';
import { createTestWorld, type Answer, type TestWorld } from '../testing/world.ts';

// The calls that the official Terraform provider makes, in its order, for roles and for the roles of users.

const roles = '/api/v2/authorization/roles';
const subjects = '/api/v2/authorization/subjects';

/** Reads until the answer is wanted, half a second apart, as the provider does after a write; fails after 5 minutes. */
async function readUntil(world: TestWorld, path: string, isWanted: (answer: Answer) => boolean): Promise<number> {
  for (let reads = 1; reads <= 600; reads += 1) {
    if (isWanted(await world.call('GET', path))) return reads;
    world.clock.advance(500);
  }
  throw new Error(`${path} never answered as wanted`);
}

const policies = (...actionSet: readonly string[]): readonly object[] => [
  { domain: 'routing', entityName: 'queue', actionSet },
];

describe('the official Terraform provider', () => {
  it('starts: one token for itself and ten for its pool, then products and organisation', async () => {
    const world = createTestWorld();
    const tokens = await Promise.all(Array.from({ length: 11 }, () => world.token('deployer')));
    expect(new Set(tokens).size).toBe(11);
    const call = world.as(tokens[10] ?? '');
    expect((await call('GET', '/api/v2/authorization/products')).body['total']).toBeGreaterThan(0);
    expect((await call('GET', '/api/v2/organizations/me')).body).toHaveProperty('defaultCountryCode');
  });

  it('creates a role, reads it until it is there, updates, refreshes with one GET and deletes it', async () => {
    const world = createTestWorld({ settings: { consistencyLagMs: 1500 } });
    const created = await world.call('POST', roles, { name: 'Reader', permissionPolicies: policies('view') });
    expect(created.status).toBe(200);
    const path = `${roles}/${String(created.body['id'])}`;
    expect(await readUntil(world, path, (answer) => answer.status === 200)).toBe(4);
    const update = { name: 'Editor', permissions: [], permissionPolicies: policies('view', 'edit') };
    expect((await world.call('PUT', path, update)).body).toMatchObject(update);
    expect(await readUntil(world, path, (answer) => answer.body['name'] === 'Editor')).toBe(4);
    expect((await world.call('GET', path)).body).toMatchObject(update);
    expect((await world.call('DELETE', path)).status).toBe(204);
    expect(await readUntil(world, path, (answer) => answer.status === 404)).toBe(4);
  });

  it('takes over a default role by its default id, and restores it instead of deleting it', async () => {
    const { call } = createTestWorld();
    const found = await call('GET', `${roles}?pageSize=1&pageNumber=1&sortBy=&name=&defaultRoleId=supervisor`);
    const [supervisor] = found.body['entities'] as readonly { id: string; permissionPolicies: unknown }[];
    const path = `${roles}/${supervisor?.id}`;
    await call('PUT', path, { name: 'supervisor', permissionPolicies: policies('view') });
    expect((await call('PUT', `${roles}/default`, [{ id: supervisor?.id }])).status).toBe(200);
    expect((await call('GET', path)).body['permissionPolicies']).toEqual(supervisor?.permissionPolicies);
  });

  it('gives a user exactly the roles of its configuration and takes them away one by one', async () => {
    const world = createTestWorld();
    const { call } = world;
    const acme = world.simulator.organisation('Acme');
    const home = (await call('GET', '/api/v2/authorization/divisions/home')).body['id'];
    const user = acme.create('user', { name: 'Ada', email: 'ada@acme.example', divisionId: home });
    const [own, other] = [acme.create('auth_role', { name: 'Own' }), acme.create('auth_role', { name: 'Other' })];
    const path = `${subjects}/${user.id}`;
    const held = async (): Promise<readonly string[]> => {
      const grants = (await call('GET', path)).body['grants'] as readonly Grant[];
      return grants.filter((grant) => grant.subjectId === user.id).map(({ role, division }) => role.id + division.id);
    };
    const add = await call('POST', `${path}/bulkadd?subjectType=PC_USER`, {
      grants: [{ roleId: other.id, divisionId: home }],
    });
    expect(add.status).toBe(204);
    const wanted = [
      { roleId: own.id, divisionId: '*' },
      { roleId: own.id, divisionId: home },
    ];
    expect((await call('POST', `${path}/bulkreplace?subjectType=PC_USER`, { grants: wanted })).status).toBe(204);
    expect(await held()).toEqual([`${own.id}*`, `${own.id}${String(home)}`]);
    for (const { roleId, divisionId } of wanted) {
      const removed = await call('DELETE', `${path}/divisions/${String(divisionId)}/roles/${roleId}`);
      expect(removed.status).toBe(204);
    }
    expect(await held()).toEqual([]);
    expect((await call('DELETE', `${roles}/${own.id}`)).status).toBe(204);
  });

  it('makes an OAuth client with a role, sets it inactive and deletes it', async () => {
    const world = createTestWorld();
    const acme = world.simulator.organisation('Acme');
    const role = acme.create('auth_role', { name: 'Own' });
    const person = world.as(acme.logIn('hanna@acme.example'));
    const me = String((await person('GET', '/api/v2/users/me')).body['id']);
    const before = (await person('GET', `/api/v2/users/${me}/roles`)).body['roles'] as readonly { id: string }[];
    const ids = [...before.map(({ id }) => id), role.id];
    expect((await person('PUT', `/api/v2/users/${me}/roles`, ids)).body['roles']).toHaveLength(ids.length);
    const body = {
      name: 'Robot',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: 86_400,
      roleDivisions: [{ roleId: role.id, divisionId: '*' }],
    };
    const created = await person('POST', '/api/v2/oauth/clients', { ...body, state: 'active' });
    const path = `/api/v2/oauth/clients/${String(created.body['id'])}`;
    expect((await person('GET', path)).body).toMatchObject(body);
    await person('PUT', path, { ...body, state: 'inactive' });
    expect((await person('DELETE', path)).status).toBe(204);
    expect((await person('GET', path)).body['state']).toBe('deleted');
  });
});

type Grant = {
  readonly subjectId: string;
  readonly role: { readonly id: string };
  readonly division: { readonly id: string };
};
