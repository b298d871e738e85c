import type { Context } from '../context.ts';
import { recordAudit } from '../entity/audit.ts';
import { pageOf } from '../entity/listing.ts';
import { shownTo } from '../entity/routes.ts';
import { checkVersion, stampsFor } from '../entity/stamps.ts';
import { readableEntity, writableEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { refId, stringsOf, textOf, type Entity } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';
import { queryList } from '../wire/query.ts';
import { groupType } from './group.ts';
import { userType } from './user.ts';

const path = '/api/v2/groups/{groupId}';
const edit = { any: ['directory:group:edit'] } as const;
const largestChunk = 50;

/** Members of groups. */
export const groupMemberRoutes: readonly Route[] = [
  { method: 'GET', path: `${path}/members`, permissions: { none: true }, handle: listMembers },
  { method: 'GET', path: `${path}/individuals`, permissions: { none: true }, handle: listIndividuals },
  { method: 'POST', path: `${path}/members`, permissions: edit, handle: addMembers },
  { method: 'DELETE', path: `${path}/members`, permissions: edit, handle: removeMembers },
];

function listMembers(context: Context): Reply {
  const present = (user: Entity): unknown => shownTo(context, userType, user);
  return { status: 200, body: pageOf(context, usersOf(context), { maxPageSize: 500, present }) };
}

function listIndividuals(context: Context): Reply {
  const entities = usersOf(context).map((user) => shownTo(context, userType, user));
  return { status: 200, body: { entities, total: entities.length, selfUri: context.pathname } };
}

function addMembers(context: Context): Reply {
  const group = groupForWrite(context);
  const body = checkBody(context.body, 'GroupMembersUpdate');
  if (body['version'] !== undefined) checkVersion(groupType, body, group);
  const ids = stringsOf(body['memberIds']);
  if (ids.length > largestChunk) throw badRequest(`At most ${largestChunk} members can be changed in one request.`);
  for (const id of ids) {
    const user = context.organisation.collection(userType.name).current(id);
    if (!user || user['state'] === 'deleted')
      throw badRequest(`Unable to find user with id ${id}`, 'invalid.reference');
  }
  return store(context, group, [...new Set([...memberIds(group), ...ids])]);
}

function removeMembers(context: Context): Reply {
  const group = groupForWrite(context);
  const ids = queryList(context.query, 'ids');
  if (ids.length > largestChunk) throw badRequest(`At most ${largestChunk} members can be changed in one request.`);
  return store(
    context,
    group,
    memberIds(group).filter((id) => !ids.includes(id)),
  );
}

function usersOf(context: Context): readonly Entity[] {
  const group = readableEntity(context, groupType, context.params['groupId'] ?? '');
  const users = context.organisation.collection(userType.name);
  return memberIds(group)
    .flatMap((id) => users.shown(id) ?? [])
    .filter((user) => user['state'] !== 'deleted');
}

function groupForWrite(context: Context): Entity {
  const group = writableEntity(context, groupType, context.params['groupId'] ?? '', edit);
  if (group['state'] === 'deleted') throw notFound('group', group.id);
  return group;
}

function memberIds(group: Entity): readonly string[] {
  return Array.isArray(group['members']) ? group['members'].flatMap((member) => refId(member) ?? []) : [];
}

function store(context: Context, group: Entity, ids: readonly string[]): Reply {
  const members = ids.map((id) => ({ id }));
  context.organisation.collection(groupType.name).put({ ...group, ...stampsFor(context, groupType, group), members });
  recordAudit(context, {
    ...groupType.audit,
    action: 'Update',
    entity: { id: group.id, name: textOf(group, 'name') },
    changes: [{ property: 'members', oldValues: memberIds(group), newValues: ids }],
  });
  return { status: 202, body: {} };
}
