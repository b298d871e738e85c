import type { EntityType } from '../entity/entity-type.ts';
import { stringsOf, type JsonObject } from '../kernel/values.ts';

/** Groups; a blank owner id stands for no owner. Members are a collection of their own whose changes raise the version too. */
export const groupType: EntityType = {
  name: 'group',
  label: 'group',
  path: '/api/v2/groups',
  idParameter: 'groupId',
  list: { permissions: { none: true }, maxPageSize: 500, byId: true },
  get: { permissions: { none: true } },
  create: { permissions: { any: ['directory:group:add'] }, model: 'GroupCreate' },
  update: { method: 'PUT', permissions: { any: ['directory:group:edit'] }, model: 'GroupUpdate', partial: true },
  delete: { permissions: { any: ['directory:group:delete'] } },
  version: { style: 'directory', required: true },
  softDelete: 'readable',
  uniqueName: { status: 409, code: 'general.conflict' },
  references: [{ path: 'owners[].id', type: 'user' }],
  stamps: ['dateModified', 'state'],
  hidden: ['members'],
  defaults: () => ({
    addresses: [],
    images: [],
    owners: [],
    members: [],
    rolesEnabled: false,
    includeOwners: false,
    callsEnabled: true,
  }),
  audit: { service: 'Groups', entityType: 'DirectoryGroup' },
  hooks: {
    accept: (_context, body): JsonObject => {
      const { ownerIds, ...own } = body;
      if (ownerIds === undefined) return own;
      const ids = stringsOf(ownerIds).filter((id) => id.trim() !== '');
      return { ...own, owners: ids.map((id) => ({ id })) };
    },
    present: (_organisation, group) => ({ memberCount: Array.isArray(group['members']) ? group['members'].length : 0 }),
  },
};
