import type { Context } from '../../context.ts';
import { auditOf, recordAudit } from '../../entity/audit.ts';
import { pageOf } from '../../entity/listing.ts';
import type { Route } from '../../feature.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, notFound } from '../../wire/platform-error.ts';
import { queryFlag } from '../../wire/query.ts';
import { defaultRoleEntities, pristineRole } from './default-roles.ts';
import { shownRole } from './role-routes.ts';
import { roleType } from './role-type.ts';

const path = `${roleType.path}/default`;
const edit = { any: ['authorization:role:edit'] } as const;

/** Making default roles what they were in the beginning. */
export const restoreRoutes: readonly Route[] = [
  { method: 'POST', path, permissions: edit, handle: restoreAll },
  { method: 'PUT', path, permissions: edit, handle: restoreSome },
];

/** Adds the default roles that are missing; with `force=true` it also takes back the changes of the others. */
function restoreAll(context: Context): Reply {
  const force = queryFlag(context.query, 'force');
  const roles = defaultRoleEntities(context.organisation).map((role) => {
    const before = defaultRoleOf(context, role);
    return before && !force ? before : restore(context, role, before);
  });
  return listing(context, roles);
}

/** Restores the default roles in the body, which name themselves by `id` or `defaultRoleId`. */
function restoreSome(context: Context): Reply {
  if (!Array.isArray(context.body)) {
    throw badRequest('The request body is missing or is not a JSON array.', 'invalid.request.body');
  }
  const wanted = context.body.filter(isObject).map((item) => beforeRestoring(context, item));
  return listing(
    context,
    wanted.map((role) => restore(context, { ...pristineRole(context.organisation, role.id), id: role.id }, role)),
  );
}

function beforeRestoring(context: Context, item: JsonObject): Entity {
  const roles = context.organisation.collection(roleType.name);
  const id = textOf(item, 'id');
  const key = textOf(item, 'defaultRoleId');
  const role = roles.current(id) ?? roles.currentAll().find((one) => key !== '' && one['defaultRoleId'] === key);
  if (!role) throw notFound('role', id || key);
  if (!pristineRole(context.organisation, role.id)) throw badRequest(`The role with id ${role.id} is no default role.`);
  return role;
}

function restore(context: Context, role: Entity, before: Entity | undefined): Entity {
  const restored = { ...before, ...role, id: before?.id ?? role.id };
  context.organisation.collection(roleType.name).put(restored);
  recordAudit(context, auditOf(roleType.audit, before, restored));
  return restored;
}

function defaultRoleOf(context: Context, role: Entity): Entity | undefined {
  const all = context.organisation.collection(roleType.name).currentAll();
  return all.find((candidate) => candidate['defaultRoleId'] === role['defaultRoleId']);
}

function listing(context: Context, roles: readonly Entity[]): Reply {
  const present = (role: Entity): JsonObject => shownRole(context, role);
  return { status: 200, body: pageOf(context, roles, { maxPageSize: 100, present }) };
}
