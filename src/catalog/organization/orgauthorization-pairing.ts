import { describeType, objectReferences } from '../describe/index.ts';

const path = '/api/v2/orgauthorization/pairings/{id}';

/**
 * Requests of another organisation to be trusted. They have no name, and the platform shows one only to those who know
 * its id.
 */
export const orgauthorizationPairing = describeType({
  type: 'orgauthorization_pairing',
  area: 'organization',
  noun: 'request for trust',
  level: 'C',
  key: ['id'],
  keyRule: { compare: 'exact' },
  fields: ['id', 'users', 'groups'],
  lists: { users: { kind: 'set' }, groups: { kind: 'set' } },
  references: objectReferences({ 'users[]': 'user', 'groups[]': 'group' }),
  defaultMode: 'reference',
  portability: 'environment',
  api: {
    list: { path, paging: 'none', pageSize: 1, items: '', whole: true, idField: 'id' },
    get: { path },
    capability: { kind: 'crud' },
  },
  limits: {
    create: 'a request that was made could not be found again, as the public API has no list of them',
    update: 'the public API has no way to change a request for trust',
    delete: 'the public API has no way to take back a request for trust',
  },
  knownLimits: ['The public API has no list of these: they can be neither exported nor found by a name.'],
  permissions: { view: ['authorization:orgTrustee:view'], add: [], edit: [], delete: [] },
  audit: { service: 'PeoplePermissions', entityType: 'OrganizationAuthorizationTrust' },
  reversibility: { create: 'irreversible', update: 'irreversible', delete: 'irreversible' },
});
