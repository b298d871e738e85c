import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import platformClient from 'purecloud-platform-client-v2';
import { connectSdk } from './testing/sdk.ts';
import { createSimulator } from './simulator.ts';
import type { Listening } from './wire/server.ts';

const simulator = createSimulator({
  seed: 'sdk',
  organisations: [
    { name: 'Acme', clients: [{ id: 'sdk-client', secret: 'sdk-secret' }], settings: { rateLimitPerMinute: 10_000 } },
  ],
});
let server: Listening;

beforeAll(async () => {
  server = await simulator.listen({ port: 0 });
  await connectSdk(platformClient.ApiClient.instance, server.port, { id: 'sdk-client', secret: 'sdk-secret' });
});

afterAll(() => server.close());

describe('the official JavaScript SDK, unchanged, through setGateway', () => {
  it('reads organisation and token', async () => {
    const organisation = await new platformClient.OrganizationApi().getOrganizationsMe();
    expect(organisation).toMatchObject({ name: 'Acme', defaultCountryCode: 'US' });
    const token = await new platformClient.TokensApi().getTokensMe();
    expect(token.OAuthClient?.id).toBe('sdk-client');
    const products = await new platformClient.AuthorizationApi().getAuthorizationProducts();
    expect(products.total).toBeGreaterThan(0);
  });

  it('writes and reads queues with members and wrap-up codes', async () => {
    const routing = new platformClient.RoutingApi();
    const home = await new platformClient.AuthorizationApi().getAuthorizationDivisionsHome();
    const user = await new platformClient.UsersApi().postUsers({
      name: 'Ada',
      email: 'ada@acme.example',
      divisionId: home.id ?? '',
    });
    const code = await routing.postRoutingWrapupcodes({ name: 'Done' });
    const queue = await routing.postRoutingQueues({ name: 'Sales' });
    const queueId = queue.id ?? '';
    await routing.postRoutingQueueMembers(queueId, [{ id: user.id ?? '' }]);
    await routing.patchRoutingQueueMember(queueId, user.id ?? '', { ringNumber: 2 });
    await routing.postRoutingQueueWrapupcodes(queueId, [{ id: code.id ?? '' }]);
    const members = await routing.getRoutingQueueMembers(queueId, { pageSize: 100 });
    expect(members.entities).toMatchObject([{ id: user.id, ringNumber: 2, joined: true, memberBy: 'user' }]);
    expect(members).not.toHaveProperty('total');
    const codes = await routing.getRoutingQueueWrapupcodes(queueId);
    expect(codes.entities).toMatchObject([{ id: code.id, name: 'Done' }]);
    await routing.putRoutingQueue(queueId, { ...queue, name: 'Sales', description: 'changed' });
    expect(await routing.getRoutingQueue(queueId)).toMatchObject({ description: 'changed', memberCount: 1 });
    await routing.putRoutingWrapupcode(code.id ?? '', { name: 'Finished' });
    expect((await routing.getRoutingWrapupcodes({ name: 'Fin*' })).total).toBe(1);
    await routing.deleteRoutingQueueWrapupcode(queueId, code.id ?? '');
    await routing.postRoutingQueueMembers(queueId, [{ id: user.id ?? '' }], { _delete: true });
    await routing.deleteRoutingQueue(queueId, { forceDelete: true });
    await routing.deleteRoutingWrapupcode(code.id ?? '');
    await expect(routing.getRoutingQueue(queueId)).rejects.toMatchObject({ status: 404, code: 'not.found' });
  });

  it('writes and reads skills, languages and divisions', async () => {
    const routing = new platformClient.RoutingApi();
    const authorization = new platformClient.AuthorizationApi();
    const division = await authorization.postAuthorizationDivisions({ name: 'North', description: 'North office' });
    const skill = await routing.postRoutingSkills({ name: 'Billing', divisionId: division.id ?? '' });
    expect((await routing.getRoutingSkills({ name: 'Bill' })).entities).toMatchObject([
      { division: { name: 'North' } },
    ]);
    await routing.patchRoutingSkill(skill.id ?? '', {
      divisionId: '' + (await authorization.getAuthorizationDivisionsHome()).id,
    });
    expect(await routing.getRoutingSkill(skill.id ?? '')).toMatchObject({
      division: { name: 'Home' },
      state: 'active',
    });
    await routing.deleteRoutingSkill(skill.id ?? '');
    const language = await routing.postRoutingLanguages({ name: 'English' });
    expect((await routing.getRoutingLanguages({ name: 'English' })).entities?.[0]?.id).toBe(language.id);
    await routing.deleteRoutingLanguage(language.id ?? '');
    expect(await routing.getRoutingLanguage(language.id ?? '')).toMatchObject({ state: 'deleted' });
    await authorization.putAuthorizationDivision(division.id ?? '', { name: 'North', description: 'renamed' });
    const found = await authorization.getAuthorizationDivisionsQuery({ name: 'North' });
    expect(found.entities).toHaveLength(1);
  });

  it('writes and reads users, groups, locations and roles', async () => {
    const users = new platformClient.UsersApi();
    const groups = new platformClient.GroupsApi();
    const home = await new platformClient.AuthorizationApi().getAuthorizationDivisionsHome();
    const user = await users.postUsers({ name: 'Bo', email: 'bo@acme.example', divisionId: home.id ?? '' });
    const titled = await users.patchUser(user.id ?? '', { version: user.version, title: 'Agent' });
    expect(titled).toMatchObject({ title: 'Agent', version: 2 });
    const group = await groups.postGroups({
      name: 'Agents',
      type: 'official',
      rulesVisible: true,
      visibility: 'public',
    });
    await groups.postGroupMembers(group.id ?? '', { memberIds: [user.id ?? ''], version: group.version ?? 1 });
    expect((await groups.getGroupIndividuals(group.id ?? '')).entities).toMatchObject([{ id: user.id }]);
    const locations = new platformClient.LocationsApi();
    const location = await locations.postLocations({ name: 'Bern' });
    await locations.patchLocation(location.id ?? '', { name: 'Berne', version: location.version ?? 1 });
    expect(await locations.getLocation(location.id ?? '')).toMatchObject({ name: 'Berne', version: 2 });
    const authorization = new platformClient.AuthorizationApi();
    const policies = [{ domain: 'routing', entityName: 'queue', actionSet: ['view'] }];
    const role = await authorization.postAuthorizationRoles({ name: 'Reader', permissionPolicies: policies });
    await authorization.postAuthorizationSubjectBulkadd(user.id ?? '', {
      grants: [{ roleId: role.id ?? '', divisionId: home.id ?? '' }],
    });
    const subject = await authorization.getAuthorizationSubject(user.id ?? '');
    expect(subject.grants?.some((grant) => grant.role?.id === role.id)).toBe(true);
    await authorization.putAuthorizationRole(role.id ?? '', { name: 'Watcher', permissionPolicies: policies });
    expect((await authorization.getAuthorizationRoles({ name: 'Watcher' })).entities).toMatchObject([{ userCount: 1 }]);
    await authorization.deleteAuthorizationRole(role.id ?? '');
    await groups.putGroup(group.id ?? '', { body: { version: 2, description: 'everybody' } });
    await groups.deleteGroupMembers(group.id ?? '', user.id ?? '');
    expect(await groups.getGroup(group.id ?? '')).toMatchObject({
      description: 'everybody',
      memberCount: 0,
      version: 4,
    });
    await groups.deleteGroup(group.id ?? '');
    await locations.deleteLocation(location.id ?? '');
    await users.deleteUser(user.id ?? '');
    expect((await users.getUser(user.id ?? '', { state: 'deleted' })).state).toBe('deleted');
  });

  it('writes and reads schedules, schedule groups, IVRs and emergency groups', async () => {
    const architect = new platformClient.ArchitectApi();
    const schedule = await architect.postArchitectSchedules({
      name: 'Open',
      start: '2026-01-01T08:00:00.000',
      end: '2026-01-01T17:00:00.000',
      rrule: 'FREQ=DAILY;INTERVAL=1',
    });
    const group = await architect.postArchitectSchedulegroups({
      name: 'Hours',
      timeZone: 'Europe/Zurich',
      openSchedules: [{ id: schedule.id ?? '' }],
    });
    const ivr = await architect.postArchitectIvrs({
      name: 'Main',
      dnis: ['+41445550100'],
      scheduleGroup: { id: group.id ?? '' },
    });
    const emergency = await architect.postArchitectEmergencygroups({ name: 'Fire', emergencyCallFlows: [] });
    const changed = await architect.putArchitectIvr(ivr.id ?? '', { ...ivr, description: 'front door' });
    expect(changed).toMatchObject({ version: 2, scheduleGroup: { name: 'Hours' } });
    expect((await architect.getArchitectSchedules({ name: 'Open' })).total).toBe(1);
    expect((await architect.getArchitectEmergencygroups()).entities).toMatchObject([{ id: emergency.id }]);
    await expect(architect.deleteArchitectSchedule(schedule.id ?? '')).rejects.toMatchObject({ status: 409 });
    await architect.putArchitectEmergencygroup(emergency.id ?? '', { name: 'Fire alarm', version: 1, enabled: true });
    await architect.putArchitectSchedulegroup(group.id ?? '', { name: 'Hours', version: 1, openSchedules: [] });
    await architect.putArchitectSchedule(schedule.id ?? '', {
      name: 'Open',
      start: '2026-01-01T09:00:00.000',
      end: '2026-01-01T17:00:00.000',
      version: schedule.version ?? 1,
    });
    await architect.deleteArchitectSchedule(schedule.id ?? '');
    expect((await architect.getArchitectSchedule(schedule.id ?? '')).state).toBe('deleted');
    await architect.deleteArchitectIvr(ivr.id ?? '');
    await architect.deleteArchitectSchedulegroup(group.id ?? '');
    await architect.deleteArchitectEmergencygroup(emergency.id ?? '');
  });

  it('queries audits', async () => {
    const interval = `${new Date(Date.now() - 3_600_000).toISOString()}/${new Date(Date.now() + 60_000).toISOString()}`;
    const audits = await new platformClient.AuditApi().postAuditsQueryRealtime({ interval, serviceName: 'Architect' });
    expect(audits.entities?.[0]).toMatchObject({ client: { id: 'sdk-client' }, serviceName: 'Architect' });
  });
});
