import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import { readableEntity, writableEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { stringsOf, textOf, type Entity } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import type { Reply } from '../wire/message.ts';

const path = '/api/v2/routing/skillgroups/{skillGroupId}/members/divisions';

/** Skill groups: who has the skills asked for belongs to it. Their member divisions are a list of their own. */
export const skillGroupType = describedType('routing_skill_group', {
  label: 'skill group',
  audit: { service: 'Groups', entityType: 'SkillGroup' },
  uniqueName: { status: 409, code: 'general.conflict' },
  defaults: () => ({ memberDivisions: [] }),
  hooks: { present: () => ({ memberCount: 0, status: 'Complete' }) },
});

const change = { all: ['routing:skillGroup:add'] };

/** The divisions whose people a skill group takes; `*` stands for all of them. */
export const skillGroupDivisionRoutes: readonly Route[] = [
  { method: 'GET', path, permissions: { any: ['routing:skillGroup:view'] }, handle: shownDivisions },
  { method: 'POST', path, permissions: change, handle: changeDivisions },
];

function shownDivisions(context: Context): Reply {
  const ids = divisionsOf(readableEntity(context, skillGroupType, context.params['skillGroupId'] ?? ''));
  const divisions = context.organisation.collection('auth_division');
  const chosen = ids.includes('*') ? divisions.shownAll() : ids.flatMap((id) => divisions.shown(id) ?? []);
  const entities = chosen
    .filter((division) => division['state'] !== 'deleted')
    .map(({ id, ...division }) => ({
      id,
      name: textOf(division, 'name'),
      selfUri: `/api/v2/authorization/divisions/${id}`,
    }));
  return { status: 200, body: { entities } };
}

function changeDivisions(context: Context): Reply {
  const group = writableEntity(context, skillGroupType, context.params['skillGroupId'] ?? '', change);
  const body = checkBody(context.body, 'SkillGroupMemberDivisions');
  const removed = new Set(stringsOf(body['removeDivisionIds']));
  const kept = divisionsOf(group).filter((id) => !removed.has(id));
  const memberDivisions = [...new Set([...kept, ...stringsOf(body['addDivisionIds'])])];
  context.organisation.collection(skillGroupType.name).put({ ...group, memberDivisions });
  return { status: 204 };
}

function divisionsOf(group: Entity): readonly string[] {
  return stringsOf(group['memberDivisions']);
}
