import { allGrants, policiesOf, putGrants, grantsOf, rolesCollection } from '../access/grants.ts';
import { isAllowed } from '../access/permission.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { isObject } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { queryList } from '../wire/query.ts';

/** Roles. Default roles cannot be deleted; a deleted role is taken from everybody who held it. */
export const roleType: EntityType = {
  name: rolesCollection,
  label: 'role',
  path: '/api/v2/authorization/roles',
  idParameter: 'roleId',
  list: {
    permissions: { any: ['authorization:role:view'] },
    maxPageSize: 100,
    name: 'wildcard',
    byId: true,
    filter: (query) => {
      const wanted = queryList(query, 'permission');
      const defaultRole = query.get('defaultRoleId') ?? '';
      if (wanted.length === 0 && defaultRole === '') return undefined;
      return (role) => {
        if (defaultRole !== '' && role['defaultRoleId'] !== defaultRole) return false;
        if (wanted.length === 0) return true;
        const authority = { policies: policiesOf(role, '*') };
        return wanted.some((permission) => isAllowed(authority, permission));
      };
    },
  },
  get: { permissions: { any: ['authorization:role:view'] } },
  create: { permissions: { any: ['authorization:role:add'] }, model: 'DomainOrganizationRoleCreate' },
  update: { method: 'PUT', permissions: { any: ['authorization:role:edit'] }, model: 'DomainOrganizationRoleUpdate' },
  delete: { permissions: { any: ['authorization:role:delete'] } },
  uniqueName: { status: 409, code: 'general.conflict' },
  defaults: () => ({ permissions: [], permissionPolicies: [], default: false, base: false, roleNeedsUpdate: false }),
  audit: { service: 'PeoplePermissions', entityType: 'Role' },
  hooks: {
    accept: (_context, body) => {
      const { id: _id, userCount: _count, ...own } = body;
      return own;
    },
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
      if (role || !before) return;
      for (const { subjectId } of allGrants(context.organisation).filter(({ grant }) => grant.roleId === before.id)) {
        const kept = grantsOf(context.organisation, subjectId).filter((grant) => grant.roleId !== before.id);
        putGrants(context.organisation, subjectId, kept);
      }
    },
    present: (organisation, role) => {
      const users = organisation.collection('user');
      const holders = allGrants(organisation).filter(
        ({ grant, subjectId }) => grant.roleId === role.id && users.current(subjectId),
      );
      return { userCount: new Set(holders.map(({ subjectId }) => subjectId)).size };
    },
  },
};
