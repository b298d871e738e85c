import type { EntityType } from '../entity/entity-type.ts';
import { isObject, withoutNulls } from '../kernel/values.ts';

const emptied = ['address', 'emergencyNumber'] as const;

/** Locations; two may have one name. Changed by PATCH with the current version. */
export const locationType: EntityType = {
  name: 'location',
  label: 'location',
  path: '/api/v2/locations',
  idParameter: 'locationId',
  list: { permissions: { none: true }, maxPageSize: 100, byId: true },
  get: { permissions: { none: true } },
  create: { permissions: { all: ['directory:location:add'] }, model: 'LocationCreateDefinition' },
  update: { method: 'PATCH', permissions: { all: ['directory:location:edit'] }, model: 'LocationUpdateDefinition' },
  delete: { permissions: { all: ['directory:location:delete'] } },
  version: { style: 'directory', required: true },
  softDelete: 'readable',
  references: [
    { path: 'path[]', type: 'location' },
    { path: 'contactUser.id', type: 'user' },
  ],
  stamps: ['state'],
  defaults: () => ({ path: [], addressVerified: false, addressStored: true }),
  audit: { service: 'Directory', entityType: 'Location' },
  hooks: {
    accept: (_context, body) => {
      const { contactUser, ...own } = body;
      return {
        ...own,
        ...(typeof contactUser === 'string' ? { contactUser: { id: contactUser } } : {}),
        ...Object.fromEntries(emptied.filter((name) => isEmpty(body[name])).map((name) => [name, null])),
      };
    },
  },
};

/** An address or number without content is none. */
function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(withoutNulls(value)).length === 0;
}
