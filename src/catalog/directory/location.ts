import { crudApi, describeType, idReferences, objectReferences } from '../describe/index.ts';

/** Locations: where people work, and the address that an emergency call gives. */
export const location = describeType({
  type: 'location',
  area: 'directory',
  noun: 'location',
  key: ['name'],
  keyRule: { unique: false },
  fields: ['name', 'address', 'emergencyNumber', 'notes', 'contactUser', 'path'],
  readOnly: ['address.countryName'],
  references: [...objectReferences({ contactUser: 'user' }), ...idReferences({ 'path[]': 'location' })],
  versioned: true,
  api: crudApi({
    path: '/api/v2/locations',
    pageSize: 100,
    create: { asIds: { contactUser: 'contactUser' } },
    update: {
      method: 'PATCH',
      only: ['name', 'address', 'emergencyNumber', 'notes', 'contactUser', 'path'],
      asIds: { contactUser: 'contactUser' },
    },
    goneStates: ['deleted'],
  }),
  permissions: {
    view: [],
    add: ['directory:location:add'],
    edit: ['directory:location:edit'],
    delete: ['directory:location:delete'],
  },
  audit: { service: 'Directory', entityType: 'Location' },
});
