import { describe, expect, it } from 'vitest';
import { detailsOf, ensure, findingsOf, type Example } from '../judge.ts';

const request = (headers: Record<string, string>, url = 'https://crm.example.com/x') => ({
  integrationId: { $ref: 'integration/CRM' },
  contract: { input: { inputSchema: { $schema: 'http://json-schema.org/draft-04/schema#' } }, output: {} },
  config: { request: { requestUrlTemplate: url, requestType: 'GET', headers }, response: {}, timeoutSeconds: 10 },
});
const integrations = { integration: [{ id: 'i1', name: 'CRM' }] };
const action = (headers: Record<string, string>, url?: string) =>
  ensure('integration_action', ['CRM', 'Look up'], request(headers, url));

describe('SB1120 plain-secret', () => {
  const place = 'integration_action/CRM/Look up: config.request.headers';
  const table: readonly Example[] = [
    {
      name: 'takes a credential that the platform fills in',
      live: integrations,
      actions: [action({ Authorization: 'Basic $!{credentials.password}', 'x-password': '$!{credentials.password}' })],
    },
    {
      name: 'objects to a written out header, and does not repeat it',
      live: integrations,
      actions: [action({ Authorization: 'Basic ZGFuYTpodW50ZXIy' })],
      found: [`${place}.Authorization holds what looks like a secret.`],
    },
    {
      name: 'objects to fields that are called like secrets',
      live: integrations,
      actions: [action({ 'X-Password': 'hunter2' })],
      found: [`${place}.X-Password holds what looks like a secret.`],
    },
    {
      name: 'objects to texts that look like secrets, wherever they stand',
      actions: [ensure('routing_queue', 'Q', { description: '-----BEGIN RSA PRIVATE KEY-----' })],
      found: ['routing_queue/Q: description holds what looks like a secret.'],
    },
    {
      name: 'leaves one alone that the text around it held before',
      live: { routing_queue: [{ id: 'q1', name: 'Q', description: 'with AKIAIOSFODNN7EXAMPLE' }] },
      actions: [ensure('routing_queue', 'Q', { description: 'with AKIAIOSFODNN7EXAMPLE still' })],
    },
    {
      name: 'objects to another beside one that was there',
      live: { routing_queue: [{ id: 'q1', name: 'Q', description: 'with AKIAIOSFODNN7EXAMPLE' }] },
      actions: [ensure('routing_queue', 'Q', { description: 'AKIAIOSFODNN7EXAMPLE or AKIAIOSFODNN7EXAMPLF' })],
      found: ['routing_queue/Q: description holds what looks like a secret.'],
    },
    {
      name: 'leaves one alone that is live already',
      live: { routing_queue: [{ id: 'q1', name: 'Q', callingPartyName: 'AKIAIOSFODNN7EXAMPLE' }] },
      actions: [ensure('routing_queue', 'Q', { description: 'new' })],
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1120', given)).toEqual(found);
  });
});

describe('SB1121 insecure-url', () => {
  const table: readonly Example[] = [
    { name: 'takes https, and names that look like addresses', live: integrations, actions: [action({})] },
    {
      name: 'objects to http, and leaves out who signs in',
      live: integrations,
      actions: [action({}, 'http://user:pw@crm.example.com:8080/x')],
      found: ['integration_action/CRM/Look up: config.request.requestUrlTemplate calls http://crm.example.com.'],
    },
    {
      name: 'takes hosts that may be called so',
      live: integrations,
      actions: [action({}, 'http://crm.internal/x')],
      environment: {
        policies: { checks: { SB1121: { parameters: { allowed: ['*.internal'] } } }, waivers: [], policies: [] },
      },
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1121', given)).toEqual(found);
  });
});

const policy = (domain: string, entityName: string, ...actionSet: readonly string[]) => ({
  domain,
  entityName,
  actionSet,
});
const roles = {
  auth_role: [
    {
      id: 'r1',
      name: 'Agent',
      permissionPolicies: [policy('routing', 'queue', 'view'), policy('analytics', '*', '*')],
    },
    { id: 'r2', name: 'Reader', permissionPolicies: [policy('routing', 'queue', 'view')] },
  ],
  auth_division: [{ id: 'd1', name: 'Home' }],
};

describe('SB1122 permission-wildcard', () => {
  const set = (...policies: readonly ReturnType<typeof policy>[]) =>
    ensure('auth_role', 'Agent', { permissionPolicies: policies });
  const table: readonly Example[] = [
    {
      name: 'takes named permissions, and leaves wildcards alone that are there',
      live: roles,
      actions: [set(policy('routing', 'queue', 'view', 'edit'), policy('analytics', '*', '*'))],
    },
    {
      name: 'objects to new ones',
      live: roles,
      actions: [set(policy('routing', '*', 'view'), policy('architect', 'flow', '*'))],
      found: ['auth_role/Agent gets architect:flow:*, routing:*:view.'],
    },
    {
      name: 'objects to them in a new role',
      live: roles,
      actions: [ensure('auth_role', 'New', { permissionPolicies: [policy('*', '*', '*')] })],
      found: ['auth_role/New gets *:*:*.'],
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1122', given)).toEqual(found);
  });
});

describe('SB1123 role-widened', () => {
  const set = (...actions: readonly string[]) =>
    ensure('auth_role', 'Reader', { permissionPolicies: [policy('routing', 'queue', ...actions)] });
  const table: readonly Example[] = [
    {
      name: 'takes a new role',
      live: roles,
      actions: [ensure('auth_role', 'New', { permissionPolicies: [policy('routing', 'queue', 'view')] })],
    },
    { name: 'takes fewer permissions', live: roles, actions: [set()] },
    {
      name: 'objects to more',
      live: roles,
      actions: [set('view', 'edit', 'delete')],
      found: ['auth_role/Reader gets routing:queue:delete, routing:queue:edit.'],
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1123', given)).toEqual(found);
  });
});

describe('SB1124 grant-widened', () => {
  const live = { ...roles, group: [{ id: 'g1', name: 'Team', type: 'official', visibility: 'public' }] };
  const grants = (...held: readonly string[]) => ({
    group_roles: {
      g1: [
        { id: 'g1', group: { id: 'g1' }, grants: held.map((role) => ({ role: { id: role }, division: { id: 'd1' } })) },
      ],
    },
  });
  const give = (...names: readonly string[]) =>
    ensure('group_roles', 'Team', {
      grants: names.map((name) => ({ role: { $ref: `auth_role/${name}` }, division: { $ref: 'auth_division/Home' } })),
    });
  const table: readonly Example[] = [
    { name: 'takes a role away', live, parts: grants('r1', 'r2'), actions: [give('Reader')] },
    {
      name: 'objects to a role more',
      live,
      parts: grants('r2'),
      actions: [give('Reader', 'Agent')],
      found: ['group_roles/Team gets auth_role/Agent in auth_division/Home.'],
    },
  ];
  it.each(table)('$name', ({ found = [], ...given }) => {
    expect(detailsOf('SB1124', given)).toEqual(found);
  });
});

describe('OAuth clients', () => {
  const client = (role: string, divisionId: string | { readonly $ref: string }) =>
    ensure('oauth_client', 'Bot', {
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [{ roleId: { $ref: `auth_role/${role}` }, divisionId }],
    });
  const home = { $ref: 'auth_division/Home' };
  const has = (roleId: string, divisionId: string) => ({
    ...roles,
    oauth_client: [
      { id: 'o1', name: 'Bot', authorizedGrantType: 'CLIENT-CREDENTIALS', roleDivisions: [{ roleId, divisionId }] },
    ],
  });
  const table: readonly (Example & { readonly code: string })[] = [
    { code: 'SB1125', name: 'takes a role that names its permissions', live: roles, actions: [client('Reader', home)] },
    {
      code: 'SB1125',
      name: 'objects to a role with wildcards',
      live: roles,
      actions: [client('Agent', home)],
      found: ['oauth_client/Bot gets auth_role/Agent, which has analytics:*:*.'],
    },
    {
      code: 'SB1125',
      name: 'leaves a role alone that it has',
      live: has('r1', 'd1'),
      actions: [client('Agent', home)],
    },
    { code: 'SB1126', name: 'takes a role in one division', live: roles, actions: [client('Reader', home)] },
    {
      code: 'SB1126',
      name: 'objects to a role everywhere',
      live: roles,
      actions: [client('Reader', '*')],
      found: ['oauth_client/Bot gets auth_role/Reader in all divisions.'],
    },
    { code: 'SB1126', name: 'leaves one alone that it has', live: has('r2', '*'), actions: [client('Reader', '*')] },
  ];
  it.each(table)('$code $name', ({ code, found = [], ...given }) => {
    expect(detailsOf(code, given)).toEqual(found);
  });

  it('reads no roles for a change that gives none', () => {
    const given = { live: has('r1', 'd1'), actions: [ensure('oauth_client', 'Bot', { description: 'new' })] };
    expect(findingsOf('SB1125', given)).toEqual([]);
  });
});
