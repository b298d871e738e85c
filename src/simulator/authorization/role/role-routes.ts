import type { Context } from '../../context.ts';
import { auditOf, recordAudit } from '../../entity/audit.ts';
import { expansions, pageOf } from '../../entity/listing.ts';
import { shownTo } from '../../entity/routes.ts';
import { selectEntities } from '../../entity/select.ts';
import { readableEntity, writableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import type { Entity, JsonObject } from '../../kernel/values.ts';
import { checkBody } from '../../model/model-check.ts';
import type { Reply } from '../../wire/message.ts';
import { usersWithRole } from '../grant/role-holders.ts';
import { roleListing, roleType } from './role-type.ts';

const edit = { any: ['authorization:role:edit'] } as const;

/** Reading roles, with or without the number of their users, and the flag that a PATCH changes. */
export const roleRoutes: readonly Route[] = [
  { method: 'GET', path: roleType.path, permissions: roleListing.permissions, handle: listRoles },
  { method: 'GET', path: `${roleType.path}/{roleId}`, permissions: roleListing.permissions, handle: getRole },
  { method: 'PATCH', path: `${roleType.path}/{roleId}`, permissions: edit, handle: patchRole },
];

/** A role as answers show it. */
export function shownRole(context: Context, role: Entity): JsonObject {
  return {
    ...shownTo(context, roleType, role),
    ...(context.query.get('userCount') === 'false'
      ? {}
      : { userCount: usersWithRole(context.organisation, role.id).length }),
    ...(expansions(context.query).includes('unusedPermissions') ? { unusedPermissions: [] } : {}),
  };
}

function listRoles(context: Context): Reply {
  const roles = selectEntities(context, roleType, roleListing);
  const present = (role: Entity): JsonObject => shownRole(context, role);
  return { status: 200, body: pageOf(context, roles, { maxPageSize: roleListing.maxPageSize, present }) };
}

function getRole(context: Context): Reply {
  return { status: 200, body: shownRole(context, readableEntity(context, roleType, context.params['roleId'] ?? '')) };
}

/** Only `roleNeedsUpdate` can be changed in this way. */
function patchRole(context: Context): Reply {
  const before = writableEntity(context, roleType, context.params['roleId'] ?? '', edit);
  const body = checkBody(context.body, 'DomainOrganizationRole');
  const after = { ...before, roleNeedsUpdate: body['roleNeedsUpdate'] ?? before['roleNeedsUpdate'] };
  context.organisation.collection(roleType.name).put(after);
  recordAudit(context, auditOf(roleType.audit, before, after));
  return { status: 200, body: shownRole(context, after) };
}
