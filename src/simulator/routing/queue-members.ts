import type { Context } from '../context.ts';
import { recordAudit } from '../entity/audit.ts';
import { poorPageOf } from '../entity/listing.ts';
import { readableEntity, writableEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody, checkListBody } from '../model/model-check.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';
import { queryFlag } from '../wire/query.ts';
import { putMembers, shownMembers, storedMembers, type Member } from './membership.ts';
import { queueType } from './queue.ts';

const path = '/api/v2/routing/queues/{queueId}/members';
const view = {
  any: ['routing:queue:view', 'routing:queue:edit', 'routing:queue:readonly', 'routing:queueMember:manage'],
} as const;
const manage = { any: ['routing:queue:edit', 'routing:queueMember:manage'] } as const;
const largestChunk = 100;

/** Members of queues: direct ones can be added, removed, joined and moved between rings. */
export const queueMemberRoutes: readonly Route[] = [
  { method: 'GET', path, permissions: view, handle: listMembers },
  { method: 'POST', path, permissions: manage, handle: changeMembers },
  { method: 'PATCH', path, permissions: manage, handle: patchMembers },
  { method: 'PATCH', path: `${path}/{memberId}`, permissions: manage, handle: patchMember },
  { method: 'DELETE', path: `${path}/{memberId}`, permissions: manage, handle: deleteMember },
];

function listMembers(context: Context): Reply {
  const queue = readableEntity(context, queueType, context.params['queueId'] ?? '');
  const memberBy = context.query.get('memberBy');
  const joined = context.query.get('joined');
  const name = context.query.get('name')?.toLowerCase();
  const users = context.organisation.collection('user');
  const members = shownMembers(context.organisation, queue)
    .filter((member) => memberBy === null || member.memberBy === memberBy)
    .filter((member) => joined === null || String(member.joined) === joined)
    .filter(
      (member) =>
        !name ||
        textOf(users.current(member.id) ?? {}, 'name')
          .toLowerCase()
          .includes(name),
    );
  return {
    status: 200,
    body: poorPageOf(context, members, { maxPageSize: 100, present: (member) => shownMember(context, queue, member) }),
  };
}

function changeMembers(context: Context): Reply {
  const queue = queueForWrite(context);
  const ids = checkListBody(context.body, 'WritableEntity').map((item) => textOf(item, 'id'));
  if (ids.length > largestChunk) throw badRequest(`At most ${largestChunk} members can be changed in one request.`);
  const before = storedMembers(context.organisation, queue.id);
  if (queryFlag(context.query, 'delete')) {
    store(
      context,
      queue,
      before.filter((member) => !ids.includes(member.id)),
    );
    return { status: 200 };
  }
  for (const id of ids) requireUser(context, id);
  const known = new Set(before.map((member) => member.id));
  const added = [...new Set(ids)].filter((id) => !known.has(id)).map(newMember);
  store(context, queue, [...before, ...added]);
  return { status: 200 };
}

function patchMembers(context: Context): Reply {
  const queue = queueForWrite(context);
  for (const change of checkListBody(context.body, 'QueueMember')) {
    applyChange(context, queue, textOf(change, 'id'), change);
  }
  return { status: 200 };
}

function patchMember(context: Context): Reply {
  const queue = queueForWrite(context);
  const change = checkBody(context.body, 'QueueMember');
  applyChange(context, queue, context.params['memberId'] ?? '', change);
  return { status: 202 };
}

function deleteMember(context: Context): Reply {
  const queue = queueForWrite(context);
  const id = context.params['memberId'] ?? '';
  const before = storedMembers(context.organisation, queue.id);
  if (!before.some((member) => member.id === id)) throw notFound('queue member', id);
  store(
    context,
    queue,
    before.filter((member) => member.id !== id),
  );
  return { status: 204 };
}

function queueForWrite(context: Context): Entity {
  return writableEntity(context, queueType, context.params['queueId'] ?? '', { any: ['routing:queue:edit'] });
}

function newMember(id: string): Member {
  return { id, ringNumber: 1, joined: true, memberBy: 'user' };
}

function applyChange(context: Context, queue: Entity, id: string, change: JsonObject): void {
  const before = storedMembers(context.organisation, queue.id);
  if (!before.some((member) => member.id === id)) throw notFound('queue member', id);
  const ring = change['ringNumber'];
  if (typeof ring === 'number' && (ring < 1 || ring > 6)) throw badRequest('ringNumber must be between 1 and 6.');
  const changed = before.map((member) =>
    member.id !== id
      ? member
      : {
          ...member,
          ringNumber: typeof ring === 'number' ? ring : member.ringNumber,
          joined: typeof change['joined'] === 'boolean' ? change['joined'] : member.joined,
        },
  );
  store(context, queue, changed);
}

function requireUser(context: Context, id: string): void {
  const user = context.organisation.collection('user').current(id);
  if (!user || user['state'] === 'deleted') throw badRequest(`Unable to find user with id ${id}`, 'invalid.reference');
}

function store(context: Context, queue: Entity, members: readonly Member[]): void {
  const before = storedMembers(context.organisation, queue.id);
  putMembers(context.organisation, queue.id, members);
  const ids = new Set(members.map((member) => member.id));
  const known = new Set(before.map((member) => member.id));
  const oldValues = before.filter((member) => !ids.has(member.id)).map((member) => member.id);
  const newValues = members.filter((member) => !known.has(member.id)).map((member) => member.id);
  const action = newValues.length > 0 ? 'MemberAdd' : oldValues.length > 0 ? 'MemberRemove' : 'MemberUpdate';
  recordAudit(context, {
    ...queueType.audit,
    action,
    entity: { id: queue.id, name: textOf(queue, 'name') },
    changes: [{ property: 'members', oldValues, newValues }],
  });
}

function shownMember(context: Context, queue: Entity, member: Member): JsonObject {
  const user = context.organisation.collection('user').current(member.id);
  const name = textOf(user ?? {}, 'name');
  return {
    id: member.id,
    name,
    user: { id: member.id, name, email: textOf(user ?? {}, 'email'), selfUri: `/api/v2/users/${member.id}` },
    ringNumber: member.ringNumber,
    joined: member.joined,
    memberBy: member.memberBy,
    routingStatus: { userId: member.id, status: 'OFF_QUEUE' },
    selfUri: `/api/v2/routing/queues/${queue.id}/users/${member.id}`,
  };
}
