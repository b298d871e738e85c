import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import platformClient from 'purecloud-platform-client-v2';
import { connectSdk } from '../testing/sdk.ts';
import { createSimulator } from '../simulator.ts';
import type { Listening } from '../wire/server.ts';

const simulator = createSimulator({
  seed: 'authorization-sdk',
  organisations: [
    {
      name: 'Acme',
      clients: [{ id: 'sdk-client', secret: 'sdk-secret' }],
      humans: [{ name: 'Hanna Muster', email: 'hanna@acme.example', permissions: [] }],
      settings: { rateLimitPerMinute: 10_000 },
    },
  ],
});
const authorization = new platformClient.AuthorizationApi();
const oauth = new platformClient.OAuthApi();
const client = platformClient.ApiClient.instance;
let server: Listening;

beforeAll(async () => {
  server = await simulator.listen({ port: 0 });
  await connectSdk(platformClient.ApiClient.instance, server.port, { id: 'sdk-client', secret: 'sdk-secret' });
});

afterAll(() => server.close());

describe('the official JavaScript SDK, unchanged, asks who could bypass', () => {
  it('finds every subject that may edit queues: a user, a group and a client', async () => {
    const home = (await authorization.getAuthorizationDivisionsHome()).id ?? '';
    const [hanna] = (await new platformClient.UsersApi().getUsers()).entities ?? [];
    const group = await new platformClient.GroupsApi().postGroups({
      name: 'Admins',
      type: 'official',
      rulesVisible: true,
      visibility: 'public',
    });
    const role = await authorization.postAuthorizationRoles({
      name: 'Queue editor',
      permissionPolicies: [{ domain: 'routing', entityName: '*', actionSet: ['*'] }],
    });
    const roleId = role.id ?? '';
    const robot = await oauth.postOauthClients({
      name: 'Robot',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [{ roleId, divisionId: '*' }],
    });
    const grants = [{ roleId, divisionId: home }];
    await authorization.postAuthorizationSubjectBulkadd(hanna?.id ?? '', { grants });
    await authorization.postAuthorizationSubjectBulkadd(group.id ?? '', { grants }, { subjectType: 'PC_GROUP' });

    const found = await authorization.getAuthorizationRoles({ permission: ['routing:queue:edit'], pageSize: 100 });
    expect(found.entities?.map((entity) => entity.name)).toContain('Queue editor');
    const holders = await authorization.getAuthorizationRoleSubjectgrants(roleId);
    expect(new Map(holders.entities?.map((subject) => [subject.id, subject.type]))).toEqual(
      new Map([
        [hanna?.id, 'PC_USER'],
        [group.id, 'PC_GROUP'],
        [robot.id, 'PC_OAUTH_CLIENT'],
      ]),
    );
    const users = await authorization.getAuthorizationRoleUsers(roleId);
    expect(users.entities).toMatchObject([{ id: hanna?.id }]);
    const reach = await authorization.getAuthorizationDivisionspermittedPagedSubjectId(
      hanna?.id ?? '',
      'routing:queue:edit',
    );
    expect(reach).toMatchObject({ allDivsPermitted: false, total: 1 });
    const policies = await authorization.getAuthorizationPoliciesSubjectSubjectId(hanna?.id ?? '');
    expect(policies.entities).toEqual([]);
    const clients = await oauth.getOauthClients();
    const holding = clients.entities?.filter((one) => one.roleDivisions?.some((pair) => pair.roleId === roleId));
    expect(holding).toMatchObject([{ name: 'Robot' }]);
  });

  it('logs in as a client that it made, with just its roles, until that is switched off', async () => {
    const made = await oauth.postOauthClients({
      name: 'Night shift',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [],
    });
    const id = made.id ?? '';
    await client.loginClientCredentialsGrant(id, made.secret ?? '');
    await expect(new platformClient.RoutingApi().getRoutingQueues()).rejects.toMatchObject({
      status: 403,
      code: 'missing.any.permissions',
    });
    await client.loginClientCredentialsGrant('sdk-client', 'sdk-secret');
    await oauth.putOauthClient(id, {
      name: 'Night shift',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      state: 'inactive',
    });
    await expect(client.loginClientCredentialsGrant(id, made.secret ?? '')).rejects.toBeDefined();
    await client.loginClientCredentialsGrant('sdk-client', 'sdk-secret');
    await oauth.deleteOauthClient(id);
    expect((await oauth.getOauthClient(id)).state).toBe('deleted');
  });

  it('restores and compares default roles, and reads permissions and settings', async () => {
    const [employee] = (await authorization.getAuthorizationRoles({ defaultRoleId: ['employee'] })).entities ?? [];
    const id = employee?.id ?? '';
    await authorization.putAuthorizationRole(id, { name: 'employee', permissionPolicies: [] });
    const difference = await authorization.getAuthorizationRoleComparedefaultRightRoleId(id, 'employee');
    expect(difference.removedPermissionPolicies?.length).toBeGreaterThan(0);
    const restored = await authorization.putAuthorizationRolesDefault([{ id }]);
    expect(restored.entities?.[0]?.permissionPolicies).toEqual(employee?.permissionPolicies);
    const domains = await authorization.getAuthorizationPermissions({ queryType: 'domain', query: 'routing,oauth' });
    expect(domains.entities?.map((entity) => entity.domain)).toEqual(['oauth', 'routing']);
    await authorization.patchAuthorizationSettings({ analysisDays: 30 });
    expect(await authorization.getAuthorizationSettings()).toMatchObject({ analysisDays: 30, analysisEnabled: false });
    expect(await authorization.getAuthorizationRolesSettings()).toMatchObject({
      authorizationGrantDivisionAware: true,
    });
  });
});
