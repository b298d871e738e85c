import type { PermissionRule } from '../access/permission.ts';
import type { Context } from '../context.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import { pageOf } from '../entity/listing.ts';
import { presentEntity } from '../entity/present.ts';
import { readableEntity, writableEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody, checkListBody } from '../model/model-check.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';
import { userType } from './user.ts';

type Kind = {
  readonly property: 'skills' | 'languages';
  readonly segment: string;
  readonly collection: string;
  readonly model: string;
  readonly permissions: PermissionRule;
};

const skills: Kind = {
  property: 'skills',
  segment: 'routingskills',
  collection: 'routing_skill',
  model: 'UserRoutingSkillPost',
  permissions: { all: ['routing:skill:assign'] },
};
const languages: Kind = {
  property: 'languages',
  segment: 'routinglanguages',
  collection: 'routing_language',
  model: 'UserRoutingLanguagePost',
  permissions: { any: ['routing:language:assign', 'routing:skill:assign'] },
};

/** Skills, languages, profile skills and password of users: endpoints of their own, without a version. */
export const userRoutingRoutes: readonly Route[] = [
  ...routesOf(skills),
  ...routesOf(languages),
  {
    method: 'PUT',
    path: '/api/v2/users/{userId}/routingskills/bulk',
    permissions: skills.permissions,
    handle: (context) => change(context, skills, () => bodyEntries(context, skills)),
  },
  {
    method: 'PUT',
    path: '/api/v2/users/{userId}/profileskills',
    permissions: { all: ['directory:userProfile:edit'] },
    handle: putProfileSkills,
  },
  {
    method: 'POST',
    path: '/api/v2/users/{userId}/password',
    permissions: { any: ['directory:user:setPassword'] },
    handle: (context) => {
      userForWrite(context);
      checkBody(context.body, 'ChangePasswordRequest');
      return { status: 204 };
    },
  },
];

function routesOf(kind: Kind): readonly Route[] {
  const path = `/api/v2/users/{userId}/${kind.segment}`;
  return [
    { method: 'GET', path, permissions: { none: true }, handle: (context) => list(context, kind) },
    {
      method: 'POST',
      path,
      permissions: kind.permissions,
      handle: (context) =>
        change(context, kind, (before) => merged(before, [entry(context, kind, checkBody(context.body, kind.model))])),
    },
    {
      method: 'PATCH',
      path: `${path}/bulk`,
      permissions: kind.permissions,
      handle: (context) => change(context, kind, (before) => merged(before, bodyEntries(context, kind))),
    },
    {
      method: 'DELETE',
      path: `${path}/{entryId}`,
      permissions: kind.permissions,
      handle: (context) => removeOne(context, kind),
    },
  ];
}

function list(context: Context, kind: Kind): Reply {
  const user = readableEntity(context, userType, context.params['userId'] ?? '');
  return {
    status: 200,
    body: pageOf(context, shownEntries(context, kind, user), { maxPageSize: 500, present: (item) => item }),
  };
}

function change(context: Context, kind: Kind, next: (before: readonly JsonObject[]) => readonly JsonObject[]): Reply {
  const user = userForWrite(context);
  const stored = storeUser(context, user, { ...user, [kind.property]: next(entriesOf(user, kind)) });
  return {
    status: 200,
    body: pageOf(context, shownEntries(context, kind, stored), { maxPageSize: 500, present: (item) => item }),
  };
}

function removeOne(context: Context, kind: Kind): Reply {
  const user = userForWrite(context);
  const id = context.params['entryId'] ?? '';
  const before = entriesOf(user, kind);
  if (!before.some((item) => item['id'] === id)) throw notFound(`${kind.property} of the user`, id);
  storeUser(context, user, { ...user, [kind.property]: before.filter((item) => item['id'] !== id) });
  return { status: 204 };
}

function putProfileSkills(context: Context): Reply {
  const user = userForWrite(context);
  const stored = storeUser(context, user, { ...user, profileSkills: stringsOf(context.body) });
  return { status: 200, body: stringsOf(stored['profileSkills']) };
}

function userForWrite(context: Context): Entity {
  const user = writableEntity(context, userType, context.params['userId'] ?? '', { none: true });
  if (user['state'] === 'deleted') throw notFound('user', user.id);
  return user;
}

function storeUser(context: Context, before: Entity, after: Entity): Entity {
  context.organisation.collection(userType.name).put(after);
  recordAudit(context, auditOf(userType.audit, before, after));
  return after;
}

function bodyEntries(context: Context, kind: Kind): readonly JsonObject[] {
  return checkListBody(context.body, kind.model).map((item) => entry(context, kind, item));
}

function entry(context: Context, kind: Kind, item: JsonObject): JsonObject {
  const id = textOf(item, 'id');
  const found = context.organisation.collection(kind.collection).current(id);
  if (!found || found['state'] === 'deleted')
    throw badRequest(`Unable to find ${kind.property} with id ${id}`, 'invalid.reference');
  const proficiency = Number(item['proficiency']);
  if (proficiency < 0 || proficiency > 5) throw badRequest('proficiency must be between 0 and 5.', 'invalid.value');
  return { id, proficiency };
}

function entriesOf(user: Entity, kind: Kind): readonly JsonObject[] {
  const entries = user[kind.property];
  return Array.isArray(entries) ? entries.filter(isObject) : [];
}

function merged(before: readonly JsonObject[], added: readonly JsonObject[]): readonly JsonObject[] {
  const ids = new Set(added.map((item) => item['id']));
  return [...before.filter((item) => !ids.has(item['id'])), ...added];
}

function shownEntries(context: Context, kind: Kind, user: Entity): readonly unknown[] {
  const expand = [kind.property];
  const shown = presentEntity(context.world, context.organisation, userType, { entity: user, expand })[kind.property];
  return Array.isArray(shown) ? shown : [];
}
