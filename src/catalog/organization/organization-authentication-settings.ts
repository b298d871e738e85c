import { describeType, singleApi } from '../describe/index.ts';

/** How people may sign in to the organisation. A mistake locks everybody out: only watched unless a project says otherwise. */
export const organizationAuthenticationSettings = describeType({
  type: 'organization_authentication_settings',
  area: 'organization',
  noun: 'sign-in settings',
  level: 'B',
  shape: { kind: 'object', single: true },
  key: [],
  fields: [
    'multifactorAuthenticationRequired',
    'domainAllowlistEnabled',
    'domainAllowlist',
    'ipAddressAllowlist',
    'passwordRequirements',
    'inactivityTimeoutExclusions',
    'universalLogout',
    'tokenStorageLocation',
  ],
  lists: {
    domainAllowlist: { kind: 'set' },
    ipAddressAllowlist: { kind: 'set' },
    inactivityTimeoutExclusions: { kind: 'set' },
  },
  defaultMode: 'observe',
  portability: 'environment',
  api: singleApi('/api/v2/organizations/authentication/settings', { method: 'PATCH' }),
  knownLimits: ['After how long an idle token ends has an endpoint of its own, which is left as it is.'],
  permissions: {
    view: ['directory:organization:admin'],
    add: [],
    edit: ['directory:organization:admin'],
    delete: [],
  },
  audit: { service: 'PeoplePermissions', entityType: 'AuthOrganization' },
});
