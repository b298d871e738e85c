import { describeType, objectReferences } from '../../describe/index.ts';

const path = '/api/v2/outbound/contactlists/{parentId}/contacts';

/** Contacts of a contact list. They are customer data: never exported, and never made here. */
export const outboundContactListContact = describeType({
  type: 'outbound_contact_list_contact',
  area: 'outbound',
  noun: 'contact of a contact list',
  level: 'C',
  defaultMode: 'reference',
  shape: { kind: 'child', parentType: 'outbound_contact_list', parentField: 'contactList' },
  key: ['contactList', 'id'],
  keyRule: { compare: 'exact' },
  fields: ['contactList', 'id', 'data', 'callable', 'phoneNumberStatus', 'contactableStatus'],
  createOnly: ['contactList', 'id'],
  freeForm: ['data', 'phoneNumberStatus', 'contactableStatus'],
  required: ['contactList', 'id', 'data'],
  references: objectReferences({ contactList: 'outbound_contact_list' }),
  api: {
    list: {
      path: `${path}/search`,
      method: 'POST',
      body: {},
      paging: 'page',
      pageSize: 100,
      items: 'entities',
      whole: true,
      idField: 'id',
    },
    get: { path: `${path}/{id}` },
    update: { method: 'PUT', path: `${path}/{id}` },
    delete: { path: `${path}/{id}` },
    capability: { kind: 'crud' },
  },
  limits: { create: 'contacts are customer data and come into a list by upload, many at a time' },
  knownLimits: [
    'Not proven here: writes of single contacts, which are customer data.',
    'Customer data, not configuration: resolved by id only and never exported, unless a project says otherwise.',
    'Results of calls and messages, time zones and retention of single contacts are left out.',
    'The platform names no largest page for contacts; they are read a hundred at a time.',
  ],
  permissions: {
    view: ['outbound:contact:view'],
    add: [],
    edit: ['outbound:contact:edit'],
    delete: ['outbound:contact:delete'],
  },
  audit: { service: 'Outbound', entityType: 'Contact' },
  effect: 'new-only',
});
