import { policiesOf, rolesCollection } from '../../access/grants.ts';
import { isAllowed } from '../../access/permission.ts';
import type { EntityType, Listing } from '../../entity/entity-type.ts';
import { isObject } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { queryList } from '../../wire/query.ts';
import { takeGrants } from '../grant/change-grants.ts';

/** What a request may say of a role and only the platform decides. */
const ofThePlatform = new Set(['id', 'userCount', 'defaultRoleId', 'default', 'base', 'roleNeedsUpdate']);

/** How roles are listed; `permission` finds those that give at least one of the permissions asked for. */
export const roleListing: Listing = {
  permissions: { any: ['authorization:role:view'] },
  maxPageSize: 100,
  name: 'wildcard',
  byId: true,
  filter: (query) => {
    const wanted = queryList(query, 'permission');
    const defaults = queryList(query, 'defaultRoleId');
    if (wanted.length === 0 && defaults.length === 0) return undefined;
    return (role) => {
      if (defaults.length > 0 && !defaults.includes(String(role['defaultRoleId']))) return false;
      if (wanted.length === 0) return true;
      const authority = { policies: policiesOf(role, '*') };
      return wanted.some((permission) => isAllowed(authority, permission));
    };
  },
};

/**
 * Roles. Default roles can be changed and restored but not deleted; a deleted role is taken from everybody who held
 * it. List and GET are routes of their own, because `userCount=false` leaves the count out.
 */
export const roleType: EntityType = {
  name: rolesCollection,
  label: 'role',
  path: '/api/v2/authorization/roles',
  idParameter: 'roleId',
  create: { permissions: { any: ['authorization:role:add'] }, model: 'DomainOrganizationRoleCreate' },
  update: { method: 'PUT', permissions: { any: ['authorization:role:edit'] }, model: 'DomainOrganizationRoleUpdate' },
  delete: { permissions: { any: ['authorization:role:delete'] } },
  uniqueName: { status: 409, code: 'general.conflict' },
  defaults: () => ({ permissions: [], permissionPolicies: [], default: false, base: false, roleNeedsUpdate: false }),
  audit: { service: 'PeoplePermissions', entityType: 'Role' },
  hooks: {
    accept: (_context, body) => Object.fromEntries(Object.entries(body).filter(([name]) => !ofThePlatform.has(name))),
    check: (_context, role) => {
      const policies = role['permissionPolicies'];
      const complete = (policy: unknown): boolean =>
        isObject(policy) && typeof policy['domain'] === 'string' && typeof policy['entityName'] === 'string';
      if (Array.isArray(policies) && !policies.every(complete)) {
        throw badRequest('Every permission policy needs a domain and an entityName.', 'invalid.value');
      }
    },
    checkDelete: (_context, role) => {
      if (role['default'] === true) throw badRequest('Default roles cannot be deleted.');
    },
    stored: (context, role, before) => {
      if (!role && before) takeGrants(context, (grant) => grant.roleId === before.id);
    },
  },
};
