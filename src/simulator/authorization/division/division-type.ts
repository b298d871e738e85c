import type { Context } from '../../context.ts';
import { auditOf, recordAudit } from '../../entity/audit.ts';
import type { EntityType, Listing } from '../../entity/entity-type.ts';
import { usesOf } from '../../entity/references.ts';
import { isObject, type Entity } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { takeGrants } from '../grant/change-grants.ts';

/** How divisions are listed. */
export const divisionListing: Listing = { permissions: { none: true }, maxPageSize: 100, name: 'contains', byId: true };

/**
 * Divisions. Deleted ones can be listed and restored; the home division cannot be deleted. List and GET are routes of
 * their own, because `objectCount=true` adds what they hold.
 */
export const divisionType: EntityType = {
  name: 'auth_division',
  label: 'division',
  path: '/api/v2/authorization/divisions',
  idParameter: 'divisionId',
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
      giveToHome(context, before.id);
      takeGrants(context, (grant) => grant.divisionId === before.id);
    },
    readable: (division) => division['state'] !== 'deleted',
  },
};

/** The objects of a deleted division go to the home division. */
function giveToHome(context: Context, divisionId: string): void {
  const { organisation } = context;
  for (const { type, entity } of usesOf(context.world, organisation, divisionType.name, divisionId)) {
    if (!isObject(entity['division'])) continue;
    const after: Entity = { ...entity, division: { id: organisation.homeDivisionId } };
    organisation.collection(type.name).put(after);
    recordAudit(context, auditOf(type.audit, entity, after));
  }
}
