import type { EntityType } from '../entity/entity-type.ts';
import { badRequest } from '../wire/platform-error.ts';

/** Divisions. Deleted ones can be listed and restored; the home division cannot be deleted. */
export const divisionType: EntityType = {
  name: 'auth_division',
  label: 'division',
  path: '/api/v2/authorization/divisions',
  idParameter: 'divisionId',
  list: {
    permissions: { none: true },
    maxPageSize: 500,
    name: 'contains',
    byId: true,
    filter: () => (division) => division['state'] !== 'deleted',
  },
  get: { permissions: { none: true } },
  create: { permissions: { all: ['authorization:division:add', 'authorization:grant:add'] }, model: 'AuthzDivision' },
  update: { method: 'PUT', permissions: { any: ['authorization:division:edit'] }, model: 'AuthzDivision' },
  delete: { permissions: { any: ['authorization:division:delete'] } },
  softDelete: 'readable',
  uniqueName: { status: 409, code: 'general.conflict' },
  hidden: ['state'],
  defaults: () => ({ homeDivision: false, state: 'active' }),
  audit: { service: 'PeoplePermissions', entityType: 'AuthOrganization' },
  hooks: {
    check: (_context, division) => {
      if (!('name' in division)) throw badRequest('The request is missing a required value: name.', 'missing.required.value');
    },
    checkDelete: (_context, division) => {
      if (division['homeDivision'] === true) throw badRequest('The home division cannot be deleted.');
    },
    readable: (division) => division['state'] !== 'deleted',
  },
};
