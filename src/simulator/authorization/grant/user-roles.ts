import { authorityOf, grantsOf, heldGrants, policiesOf, rolesCollection } from '../../access/grants.ts';
import type { Context } from '../../context.ts';
import type { Route } from '../../feature.ts';
import { stringsOf, textOf, type JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, notFound } from '../../wire/platform-error.ts';
import { changeGrants, grantIn, withGrants } from './change-grants.ts';
import { findSubject } from './role-holders.ts';

const path = '/api/v2/users/{subjectId}/roles';

/** The roles of a user without their divisions. */
export const userRoleRoutes: readonly Route[] = [
  { method: 'GET', path, permissions: { any: ['authorization:grant:view'] }, handle: getRoles },
  { method: 'PUT', path, permissions: { any: ['authorization:grant:add'] }, handle: putRoles },
];

/** What a user may do by all the roles that it holds: roles, permissions and policies, each once. */
export function userAuthorization(organisation: Organisation, userId: string): JsonObject {
  const collection = organisation.collection(rolesCollection);
  const ids = [...new Set(heldGrants(organisation, userId).map(({ grant }) => grant.roleId))];
  const roles = ids.flatMap((id) => collection.current(id) ?? []);
  const permissions = authorityOf(organisation, userId).policies.flatMap(({ domain, entityName, actions }) =>
    actions.map((action) => `${domain}:${entityName}:${action}`),
  );
  return {
    roles: roles.map((role) => ({ id: role.id, name: textOf(role, 'name') })),
    unusedRoles: [],
    permissions: [...new Set(permissions)].toSorted(),
    permissionPolicies: roles.flatMap((role) =>
      policiesOf(role, '*').map(({ domain, entityName, actions }) => ({ domain, entityName, actionSet: actions })),
    ),
  };
}

function getRoles(context: Context): Reply {
  return { status: 200, body: userAuthorization(context.organisation, userId(context)) };
}

/** Roles that the user has keep their divisions; new ones hold in the home division. */
function putRoles(context: Context): Reply {
  if (!Array.isArray(context.body)) {
    throw badRequest('The request body is missing or is not a JSON array.', 'invalid.request.body');
  }
  const id = userId(context);
  const wanted = stringsOf(context.body);
  const kept = grantsOf(context.organisation, id).filter((grant) => wanted.includes(grant.roleId));
  const missing = wanted.filter((roleId) => !kept.some((grant) => grant.roleId === roleId));
  const added = missing.map((roleId) => grantIn(context, roleId, context.organisation.homeDivisionId));
  changeGrants(context, id, withGrants(kept, added));
  return getRoles(context);
}

function userId(context: Context): string {
  const id = context.params['subjectId'] ?? '';
  if (findSubject(context.organisation, id)?.type !== 'PC_USER') throw notFound('user', id);
  return id;
}
