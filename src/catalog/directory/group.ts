import { crudApi, describeType, objectReferences } from '../describe/index.ts';

/** Groups without their members, whom the directory owns. */
export const group = describeType({
  type: 'group',
  area: 'directory',
  noun: 'group',
  key: ['name'],
  fields: [
    'name',
    'description',
    'type',
    'visibility',
    'rulesVisible',
    'rolesEnabled',
    'includeOwners',
    'callsEnabled',
    'email',
    'addresses',
    'owners',
  ],
  readOnly: ['addresses[].display'],
  createOnly: ['type'],
  required: ['name', 'type', 'visibility', 'rulesVisible'],
  lists: { addresses: { kind: 'set' }, owners: { kind: 'set' } },
  references: objectReferences({ 'owners[]': 'user' }),
  versioned: true,
  api: crudApi({
    path: '/api/v2/groups',
    pageSize: 500,
    create: { asIds: { owners: 'ownerIds' } },
    update: { omit: ['type'], asIds: { owners: 'ownerIds' } },
    goneStates: ['deleted'],
  }),
  permissions: {
    view: [],
    add: ['directory:group:add'],
    edit: ['directory:group:edit'],
    delete: ['directory:group:delete'],
  },
  audit: { service: 'Groups', entityType: 'DirectoryGroup' },
  visibilityLagMs: 10_000,
  effect: 'new-only',
});
