import { crudApi, describeType, inDivision, objectReferences, permissionsOf } from '../../describe/index.ts';
import { columnFields, columnLists } from './contact-columns.ts';

/** Contact lists: their columns and rules. The contacts themselves are customer data. */
export const outboundContactList = describeType({
  type: 'outbound_contact_list',
  area: 'outbound',
  noun: 'contact list',
  key: ['name'],
  fields: ['name', 'division', ...columnFields, 'dateExpiration'],
  createOnly: [
    'columnNames',
    'phoneColumns',
    'emailColumns',
    'whatsAppColumns',
    'automaticTimeZoneMapping',
    'zipCodeColumnName',
    'columnDataTypeSpecifications',
  ],
  required: ['name', 'columnNames'],
  lists: columnLists,
  references: [...inDivision, ...objectReferences({ attemptLimits: 'outbound_attempt_limit' })],
  versioned: true,
  api: crudApi({
    path: '/api/v2/outbound/contactlists',
    pageSize: 100,
    update: { omit: ['importStatus', 'size'] },
  }),
  knownLimits: [
    'Contacts are not read, carried over or counted; a list that was deleted comes back empty.',
    'Columns are taken as fixed once a list exists: a change of them is refused before anything is written.',
  ],
  permissions: permissionsOf('outbound:contactList'),
  audit: { service: 'Outbound', entityType: 'ContactList' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  effect: 'new-only',
});
