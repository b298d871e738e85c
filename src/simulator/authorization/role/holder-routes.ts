import { grantsOf } from '../../access/grants.ts';
import type { Context } from '../../context.ts';
import { pageOf } from '../../entity/listing.ts';
import { writableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { isObject, stringsOf, type JsonObject } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { changeGrants, grantIn, withGrants } from '../grant/change-grants.ts';
import { findSubject, subjectsWithRole, usersWithRole } from '../grant/role-holders.ts';
import { divisionReference } from '../grant/shown-grant.ts';
import { barePageOf } from '../grant/bare-page.ts';
import { roleType } from './role-type.ts';

const path = `${roleType.path}/{roleId}`;
const view = { any: ['authorization:role:view'] } as const;

/** Who holds a role, and giving it to or taking it from several subjects at once. */
export const holderRoutes: readonly Route[] = [
  { method: 'GET', path: `${path}/subjectgrants`, permissions: view, handle: subjectGrants },
  { method: 'GET', path: `${path}/users`, permissions: { none: true }, handle: users },
  { method: 'POST', path, permissions: { all: ['authorization:grant:add'] }, handle: giveToSubjects },
  { method: 'PUT', path: `${path}/users/add`, permissions: { any: ['authorization:grant:add'] }, handle: addUsers },
  {
    method: 'PUT',
    path: `${path}/users/remove`,
    permissions: { any: ['authorization:grant:delete'] },
    handle: removeUsers,
  },
];

function roleId(context: Context): string {
  return writableEntity(context, roleType, context.params['roleId'] ?? '', { none: true }).id;
}

function subjectGrants(context: Context): Reply {
  const { organisation } = context;
  const subjects = subjectsWithRole(organisation, roleId(context)).flatMap((holder): readonly JsonObject[] => {
    const subject = findSubject(organisation, holder.subjectId);
    if (!subject) return [];
    return [{ ...subject, divisions: holder.grants.map((grant) => divisionReference(organisation, grant.divisionId)) }];
  });
  return { status: 200, body: pageOf(context, subjects, { maxPageSize: 500, present: (item) => item }) };
}

function users(context: Context): Reply {
  const ids = usersWithRole(context.organisation, roleId(context));
  const present = (id: string): JsonObject => ({ id, selfUri: `/api/v2/users/${id}` });
  return { status: 200, body: barePageOf(context, ids, { maxPageSize: 500, present }) };
}

function giveToSubjects(context: Context): Reply {
  const body = isObject(context.body) ? context.body : {};
  const [subjectIds, divisionIds] = [stringsOf(body['subjectIds']), stringsOf(body['divisionIds'])];
  if (subjectIds.length === 0 || divisionIds.length === 0) {
    throw badRequest('The request is missing a required value: subjectIds, divisionIds.', 'missing.required.value');
  }
  const wanted = divisionIds.map((divisionId) => grantIn(context, roleId(context), divisionId));
  for (const id of subjectIds) changeGrants(context, id, withGrants(grantsOf(context.organisation, id), wanted));
  return { status: 200 };
}

/** A role given in this way holds in the home division. */
function addUsers(context: Context): Reply {
  const wanted = grantIn(context, roleId(context), context.organisation.homeDivisionId);
  const ids = stringsOf(context.body);
  for (const id of ids) changeGrants(context, id, withGrants(grantsOf(context.organisation, id), [wanted]));
  return { status: 200, body: ids };
}

function removeUsers(context: Context): Reply {
  const role = roleId(context);
  const ids = stringsOf(context.body);
  for (const id of ids) {
    const kept = grantsOf(context.organisation, id).filter((grant) => grant.roleId !== role);
    changeGrants(context, id, kept);
  }
  return { status: 200, body: ids };
}
