import type { PermissionRule } from '../access/permission.ts';
import type { Context } from '../context.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { shownTo } from '../entity/routes.ts';
import { listVisibility } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest } from '../wire/platform-error.ts';
import { groupType } from './group.ts';
import { locationType } from './location.ts';
import { userType } from './user.ts';

/** Search for users, groups and locations by the fields of the object; a state condition finds deleted ones too. */
export const searchRoutes: readonly Route[] = [
  searchRoute(userType, 'users', { any: ['directory:user:view'] }),
  searchRoute(groupType, 'groups', { none: true }),
  searchRoute(locationType, 'locations', { none: true }),
];

function searchRoute(type: EntityType, word: string, permissions: PermissionRule): Route {
  return {
    method: 'POST',
    path: `${type.path}/search`,
    permissions,
    handle: (context) => search(context, type, word),
  };
}

function search(context: Context, type: EntityType, word: string): Reply {
  const body = isObject(context.body) ? context.body : {};
  const conditions = Array.isArray(body['query']) ? body['query'].filter(isObject) : undefined;
  if (!conditions) throw badRequest('The request is missing a required value: query.', 'missing.required.value');
  const sees = listVisibility(context, type) ?? (() => true);
  const anyState = conditions.some((condition) => stringsOf(condition['fields']).includes('state'));
  const found = context.organisation
    .collection(type.name)
    .shownAll()
    .filter((entity) => sees(entity) && (anyState || entity['state'] !== 'deleted'))
    .filter((entity) => conditions.every((condition) => holds(condition, entity)));
  const pageSize = Number(body['pageSize'] ?? 25);
  const pageNumber = Number(body['pageNumber'] ?? 1);
  const page = found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  const results = page.map((entity) => shownTo(context, type, entity));
  const pageCount = Math.ceil(found.length / pageSize);
  return { status: 200, body: { total: found.length, pageCount, pageSize, pageNumber, types: [word], results } };
}

function holds(condition: JsonObject, entity: Entity): boolean {
  const single = textOf(condition, 'value');
  const wanted = [...stringsOf(condition['values']), ...(single === '' ? [] : [single])].map((text) =>
    text.toLowerCase(),
  );
  const values = stringsOf(condition['fields']).map((field) => textOf(entity, field).toLowerCase());
  const test = textOf(condition, 'type');
  return values.some((value) =>
    wanted.some((text) => {
      if (test === 'CONTAINS') return value.includes(text);
      return test === 'STARTS_WITH' ? value.startsWith(text) : value === text;
    }),
  );
}
