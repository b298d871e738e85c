import { crudApi, describeType, objectReferences, permissionsOf } from '../../describe/index.ts';

/** Filters that choose contacts of a contact list by their columns. */
export const outboundContactlistfilter = describeType({
  type: 'outbound_contactlistfilter',
  area: 'outbound',
  noun: 'contact list filter',
  key: ['name'],
  fields: ['name', 'sourceType', 'contactList', 'contactListTemplate', 'filterType', 'clauses'],
  lists: { clauses: { kind: 'ordered' }, 'clauses[].predicates[].range.inSet': { kind: 'set' } },
  references: objectReferences({
    contactList: 'outbound_contact_list',
    contactListTemplate: 'outbound_contact_list_template',
  }),
  versioned: true,
  api: crudApi({ path: '/api/v2/outbound/contactlistfilters', pageSize: 100 }),
  permissions: permissionsOf('outbound:contactListFilter'),
  audit: { service: 'Outbound', entityType: 'ContactListFilter' },
  effect: 'new-only',
});
