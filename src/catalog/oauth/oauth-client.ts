import { crudApi, describeType, permissionsOf } from '../describe/index.ts';

const written = [
  'name',
  'description',
  'authorizedGrantType',
  'accessTokenValiditySeconds',
  'registeredRedirectUri',
  'scope',
  'roleDivisions',
  'state',
  'dateToDelete',
];

/**
 * Programs that sign in by themselves. Each organisation has its own, with its own secret, so they are watched unless a
 * project says otherwise, and a reference to one stands for its counterpart elsewhere.
 */
export const oauthClient = describeType({
  type: 'oauth_client',
  area: 'oauth',
  noun: 'OAuth client',
  key: ['name'],
  keyRule: { compare: 'exact', unique: false },
  fields: written.filter((field) => field !== 'dateToDelete'),
  required: ['name', 'authorizedGrantType'],
  lists: { registeredRedirectUri: { kind: 'set' }, scope: { kind: 'set' }, roleDivisions: { kind: 'set' } },
  references: [
    { path: 'roleDivisions[].roleId', wire: 'id', type: 'auth_role' },
    { path: 'roleDivisions[].divisionId', wire: 'id', type: 'auth_division', literals: ['*'] },
  ],
  defaultMode: 'observe',
  portability: 'mapped',
  api: crudApi({
    path: '/api/v2/oauth/clients',
    pageSize: 100,
    list: { paging: 'none' },
    create: { only: written },
    update: { only: written },
    goneStates: ['deleted'],
    deleteFirst: { state: 'inactive' },
  }),
  knownLimits: [
    'The secret of a new client is shown only once, in an answer that nothing keeps: make another one in the Admin UI.',
    'Whoever gives a client a role must have that role.',
  ],
  permissions: permissionsOf('oauth:client'),
  audit: { service: 'PeoplePermissions', entityType: 'OAuthClient' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
});
