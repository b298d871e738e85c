import { crudApi, describeType, permissionsOf } from '../describe/index.ts';
import { scan, scanSize } from './customer-data.ts';

/** Systems that ids of customers come from, such as a CRM. */
export const externalcontactsExternalSource = describeType({
  type: 'externalcontacts_external_source',
  area: 'external-contacts',
  noun: 'external source',
  level: 'B',
  key: ['name'],
  fields: ['name', 'active', 'linkConfiguration'],
  api: crudApi({ path: '/api/v2/externalcontacts/externalsources', pageSize: scanSize, list: scan }),
  permissions: permissionsOf('externalContacts:externalSource'),
  audit: { service: 'ExternalContacts', entityType: 'ExternalSource' },
});
