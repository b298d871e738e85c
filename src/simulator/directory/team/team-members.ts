import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { recordAudit } from '../../entity/audit.ts';
import { cursorPageOf } from '../../entity/listing.ts';
import { stampsFor } from '../../entity/stamps.ts';
import { readableEntity, writableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { refId, stringsOf, textOf, type Entity } from '../../kernel/values.ts';
import { checkBody } from '../../model/model-check.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { queryList } from '../../wire/query.ts';
import { membersOf, teamType } from './team.ts';

const view = { any: ['groups:team:view'] };
const assign = { any: ['groups:team:assign'] };
const largestChunk = 25;

/** Members of teams: listed by cursor, added and removed in chunks. */
export const teamMemberRoutes: readonly Route[] = [
  describedRoute('getTeamMembers', list, view),
  describedRoute('postTeamMembers', add, assign),
  describedRoute('deleteTeamMembers', remove, assign),
];

function list(context: Context): Reply {
  const team = readableEntity(context, teamType, context.params['teamId'] ?? '');
  const users = context.organisation.collection('user');
  const members = membersOf(team)
    .flatMap((id) => users.shown(id) ?? [])
    .filter((user) => user['state'] !== 'deleted');
  const present = (user: Entity): unknown => ({ ...reference(user.id), name: textOf(user, 'name') });
  return { status: 200, body: cursorPageOf(context, members, { maxPageSize: 200, present }) };
}

function add(context: Context): Reply {
  const team = teamForWrite(context);
  const ids = chunk(stringsOf(checkBody(context.body, 'TeamMembers')['memberIds']));
  const failures = ids.flatMap((id) => failureOf(context, team, id) ?? []);
  const added = ids.filter((id) => !failures.some((failure) => failure.id === id));
  store(context, team, [...new Set([...membersOf(team), ...added])]);
  return { status: 200, body: { entities: added.map(reference), failures } };
}

function remove(context: Context): Reply {
  const team = teamForWrite(context);
  const ids = chunk(queryList(context.query, 'id'));
  store(
    context,
    team,
    membersOf(team).filter((id) => !ids.includes(id)),
  );
  return { status: 204 };
}

function teamForWrite(context: Context): Entity {
  return writableEntity(context, teamType, context.params['teamId'] ?? '', assign);
}

function chunk(ids: readonly string[]): readonly string[] {
  if (ids.length <= largestChunk) return ids;
  throw badRequest(`At most ${largestChunk} members can be changed in one request.`, 'invalid.value');
}

type Failure = { readonly id: string; readonly reason: string };

/** Why a user cannot be added: there is no such user, it is in another team, or in another division than the team. */
function failureOf(context: Context, team: Entity, id: string): Failure | undefined {
  const user = context.organisation.collection('user').current(id);
  if (!user || user['state'] === 'deleted') return { id, reason: 'UserNotFound' };
  const teams = context.organisation.collection(teamType.name).currentAll();
  const isTaken = teams.some((other) => other.id !== team.id && membersOf(other).includes(id));
  if (isTaken) return { id, reason: 'UserGroupLimitExceeded' };
  const isElsewhere = refId(user['division']) !== refId(team['division']);
  return isElsewhere ? { id, reason: 'UserGroupDivisionMismatch' } : undefined;
}

function store(context: Context, team: Entity, memberIds: readonly string[]): void {
  const before = membersOf(team);
  if (before.join() === memberIds.join()) return;
  context.organisation.collection(teamType.name).put({ ...team, ...stampsFor(context, teamType, team), memberIds });
  recordAudit(context, {
    ...teamType.audit,
    action: memberIds.length > before.length ? 'MemberAdd' : 'MemberRemove',
    entity: { id: team.id, name: textOf(team, 'name') },
    changes: [{ property: 'members', oldValues: before, newValues: memberIds }],
  });
}

function reference(id: string): { readonly id: string; readonly selfUri: string } {
  return { id, selfUri: `/api/v2/users/${id}` };
}
