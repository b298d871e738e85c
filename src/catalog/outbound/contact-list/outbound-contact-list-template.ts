import { crudApi, describeType, objectReferences, permissionsOf } from '../../describe/index.ts';
import { columnFields, columnLists } from './contact-columns.ts';

/** Templates from which uploads make contact lists. */
export const outboundContactListTemplate = describeType({
  type: 'outbound_contact_list_template',
  area: 'outbound',
  noun: 'contact list template',
  level: 'B',
  key: ['name'],
  fields: ['name', ...columnFields],
  required: ['name', 'columnNames'],
  lists: columnLists,
  references: objectReferences({ attemptLimits: 'outbound_attempt_limit' }),
  versioned: true,
  api: crudApi({ path: '/api/v2/outbound/contactlisttemplates', pageSize: 100 }),
  permissions: permissionsOf('outbound:contactListTemplate'),
  audit: { service: 'Outbound', entityType: 'ContactListTemplate' },
  effect: 'new-only',
});
