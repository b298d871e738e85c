import { crudApi, describeType, permissionsOf } from '../describe/index.ts';

const allLanguages = { localeCode: 'ALL' };

/** What people may say of what they are doing: the platform's own statuses and the organisation's. */
export const organizationPresenceDefinition = describeType({
  type: 'organization_presence_definition',
  area: 'presence',
  noun: 'presence',
  level: 'B',
  key: ['name'],
  keyRule: { unique: false },
  fields: ['name', 'type', 'languageLabels', 'systemPresence', 'divisionId', 'deactivated'],
  createOnly: ['type', 'systemPresence'],
  freeForm: ['languageLabels'],
  required: ['name', 'languageLabels'],
  references: [{ path: 'divisionId', wire: 'id', type: 'auth_division', literals: ['*'] }],
  api: crudApi({
    path: '/api/v2/presence/definitions',
    pageSize: 100,
    list: { paging: 'none', query: allLanguages },
    getQuery: allLanguages,
    delete: 'none',
  }),
  limits: { delete: 'the platform only deactivates presences, and old records go on naming them: set `deactivated`' },
  knownLimits: [
    'Deactivated presences are not listed: they can only be brought back in the administration.',
    'The platform names presences by their labels; one that comes without `name` has no key and is not managed.',
  ],
  permissions: { ...permissionsOf('presence:presenceDefinition'), delete: [] },
  audit: { service: 'Presence', entityType: 'PresenceDefinition' },
});
