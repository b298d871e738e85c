import type { EntityType } from '../entity/entity-type.ts';
import { usesOf } from '../entity/references.ts';
import { badRequest } from '../wire/platform-error.ts';

/** Divisions. Deleted ones can be listed and restored; the home division cannot be deleted. */
export const divisionType: EntityType = {
  name: 'auth_division',
  label: 'division',
  path: '/api/v2/authorization/divisions',
  idParameter: 'divisionId',
  list: { permissions: { none: true }, maxPageSize: 100, name: 'contains', byId: true },
  get: { permissions: { none: true } },
  create: { permissions: { all: ['authorization:division:add', 'authorization:grant:add'] }, model: 'AuthzDivision' },
  update: { method: 'PUT', permissions: { any: ['authorization:division:edit'] }, model: 'AuthzDivision' },
  delete: { permissions: { any: ['authorization:division:delete'] }, forceFlag: 'force' },
  softDelete: 'readable',
  uniqueName: { status: 409, code: 'general.conflict' },
  stamps: ['state'],
  hidden: ['state'],
  defaults: () => ({ homeDivision: false }),
  audit: { service: 'PeoplePermissions', entityType: 'Division' },
  hooks: {
    check: (_context, division) => {
      if ('name' in division) return;
      throw badRequest('The request is missing a required value: name.', 'missing.required.value');
    },
    checkDelete: (_context, division) => {
      if (division['homeDivision'] === true) throw badRequest('The home division cannot be deleted.');
    },
    stored: (context, division, before) => {
      if (division || !before) return;
      const home = { id: context.organisation.homeDivisionId };
      for (const use of usesOf(context.world, context.organisation, 'auth_division', before.id)) {
        context.organisation.collection(use.type.name).put({ ...use.entity, division: home });
      }
    },
    readable: (division) => division['state'] !== 'deleted',
  },
};
