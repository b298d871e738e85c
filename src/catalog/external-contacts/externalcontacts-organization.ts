import { crudApi, describeType, inDivision, objectReferences, permissionsOf } from '../describe/index.ts';
import { customerData, ownSchemas, scan, scanSize } from './customer-data.ts';

/** Companies that external contacts work for. */
export const externalcontactsOrganization = describeType({
  ...customerData,
  type: 'externalcontacts_organization',
  area: 'external-contacts',
  noun: 'external organisation',
  level: 'B',
  key: ['name'],
  keyRule: { unique: false },
  fields: [
    'name',
    'division',
    'companyType',
    'industry',
    'address',
    'phoneNumber',
    'faxNumber',
    'employeeCount',
    'revenue',
    'tags',
    'websites',
    'tickers',
    'twitterId',
    'externalSystemUrl',
    'externalIds',
  ],
  readOnly: ['twitterId.verified', 'twitterId.profileUrl'],
  lists: {
    tags: { kind: 'set' },
    websites: { kind: 'set' },
    tickers: { kind: 'set' },
    externalIds: { kind: 'set' },
  },
  references: [
    ...inDivision,
    ...objectReferences({ 'externalIds[].externalSource': 'externalcontacts_external_source' }),
  ],
  api: crudApi({
    path: '/api/v2/externalcontacts/organizations',
    pageSize: scanSize,
    list: { ...scan, path: '/api/v2/externalcontacts/scan/organizations' },
  }),
  knownLimits: [ownSchemas],
  permissions: permissionsOf('externalContacts:externalOrganization'),
  audit: { service: 'ExternalContacts', entityType: 'ExternalOrg' },
});
