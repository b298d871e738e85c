import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator } from '../../src/simulator/index.ts';
import { problemsOfAnswer } from './check-answer.ts';
import { callSdk, connectSdk, declared } from './sdk-client.ts';

// Answers beside the plain operations of types: who holds what, what a permission reaches, audits, dependencies.

const client = { id: 'conformance', secret: 'not-a-real-secret' };
const simulator = createSimulator({
  seed: 'questions',
  organisations: [
    {
      name: 'Acme',
      clients: [client],
      humans: [{ name: 'Hanna Muster', email: 'hanna@acme.example', permissions: ['routing:queue:view'] }],
      settings: { rateLimitPerMinute: 1_000_000 },
    },
  ],
});
const acme = simulator.organisation('Acme');
const idOf = (type: string, property: string, value: string): string =>
  acme.entities(type).find((entity) => entity[property] === value)?.id ?? '';
const subjectId = idOf('user', 'email', 'hanna@acme.example');
const roleId = idOf('auth_role', 'name', 'Role of Hanna Muster');
const leftRoleId = idOf('auth_role', 'defaultRoleId', 'employee');
const divisionId = acme.homeDivisionId;
const permission = 'routing:queue:view';
const credential = { name: 'Key', type: { name: 'basicAuth' }, credentialFields: {} };
const entity = { entityType: 'Credential', entityId: acme.create('integration_credential', credential).id };
const interval = `${new Date(Date.now() - 3_600_000).toISOString()}/${new Date(Date.now() + 3_600_000).toISOString()}`;
const role = { name: 'Unsaved', permissionPolicies: [] };

const questions: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['getAuthorizationSubject', { subjectId, includeDuplicates: true }],
  ['getAuthorizationSubjectsMe', {}],
  ['getAuthorizationRoleSubjectgrants', { roleId }],
  ['getAuthorizationRoleUsers', { roleId }],
  ['getAuthorizationRoles', { permission: [permission], expand: ['unusedPermissions'] }],
  ['getAuthorizationRoleComparedefaultRightRoleId', { leftRoleId, rightRoleId: leftRoleId }],
  ['postAuthorizationRoleComparedefaultRightRoleId', { leftRoleId, rightRoleId: leftRoleId, body: role }],
  ['putAuthorizationRolesDefault', { body: [{ id: leftRoleId }] }],
  ['postAuthorizationRolesDefault', { force: true }],
  ['getUserRoles', { subjectId }],
  ['putUserRoles', { subjectId, body: [roleId] }],
  ['getUser', { userId: subjectId, expand: ['authorization'] }],
  ['getAuthorizationDivision', { divisionId, objectCount: true }],
  ['getAuthorizationDivisionGrants', { divisionId }],
  ['getAuthorizationDivisionsDeleted', {}],
  ['getAuthorizationDivisionsHome', {}],
  ['getAuthorizationDivisionsLimit', {}],
  ['getAuthorizationDivisionsQuery', {}],
  ['getAuthorizationDivisionspermittedMe', { permission }],
  ['getAuthorizationDivisionspermittedPagedMe', { permission }],
  ['getAuthorizationDivisionspermittedPagedSubjectId', { subjectId, permission }],
  ['getAuthorizationPermissions', { pageSize: 500 }],
  ['getAuthorizationPolicies', {}],
  ['getAuthorizationProducts', {}],
  ['getAuthorizationSettings', {}],
  ['getAuthorizationRolesSettings', {}],
  ['getOauthClients', {}],
  ['postOauthClientSecret', { clientId: 'conformance' }],
  ['postOauthClientUsageQuery', { clientId: 'conformance', body: { interval } }],
  ['getOauthAuthorizations', {}],
  ['postAuditsQuery', { body: { interval } }],
  ['postAuditsQueryRealtime', { body: { interval }, expand: ['user'] }],
  ['getAuditsQueryServicemapping', {}],
  ['getAuditsQueryRealtimeServicemapping', {}],
  ['getArchitectDependencytracking', { name: 'a', consumingResources: true }],
  ['getArchitectDependencytrackingTypes', {}],
  ['getArchitectDependencytrackingType', { typeId: 'QUEUE' }],
  ['getArchitectDependencytrackingBuild', {}],
  ['getArchitectDependencytrackingUpdatedresourceconsumers', {}],
  ['getArchitectDependencytrackingDeletedresourceconsumers', {}],
  ['getDependenciesTypeEntityTypeIdEntityIdConnectionsRequires', entity],
  ['getDependenciesTypeEntityTypeIdEntityIdConnectionsRequiredby', entity],
  ['getDependenciesTypeEntityTypeIdEntityIdConnectionsRequiredbycounts', entity],
];
let close: () => Promise<void>;

beforeAll(async () => {
  const server = await simulator.listen({ port: 0 });
  close = () => server.close();
  await connectSdk(server.port, client);
});

afterAll(() => close());

describe('what is asked beside the plain operations is answered as the SDK declares it', () => {
  it.each(questions)('%s', async (operationId, values) => {
    const answer = await callSdk(operationId, values);
    expect(answer).toMatchObject({ ok: true });
    const type = declared.declarations.methods.get(operationId)?.answer ?? 'no such method';
    expect(problemsOfAnswer(answer.body, type)).toEqual([]);
    expect(declared.declarations.models.has(type) || !/^[A-Z]\w+$/u.test(type)).toBe(true);
  });
});
