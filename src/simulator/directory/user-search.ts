import type { Context } from '../context.ts';
import { shownTo } from '../entity/routes.ts';
import { listVisibility } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest } from '../wire/platform-error.ts';
import { userType } from './user.ts';

/** Search for users by the fields of the object; a state condition finds deleted users too. */
export const userSearchRoute: Route = {
  method: 'POST',
  path: '/api/v2/users/search',
  permissions: { none: true },
  handle: searchUsers,
};

function searchUsers(context: Context): Reply {
  const body = isObject(context.body) ? context.body : {};
  const conditions = Array.isArray(body['query']) ? body['query'].filter(isObject) : undefined;
  if (!conditions) throw badRequest('The request is missing a required value: query.', 'missing.required.value');
  const sees = listVisibility(context, userType) ?? (() => true);
  const anyState = conditions.some((condition) => stringsOf(condition['fields']).includes('state'));
  const found = context.organisation
    .collection(userType.name)
    .shownAll()
    .filter((user) => sees(user) && (anyState || user['state'] !== 'deleted'))
    .filter((user) => conditions.every((condition) => holds(condition, user)));
  const pageSize = Number(body['pageSize'] ?? 25);
  const pageNumber = Number(body['pageNumber'] ?? 1);
  const page = found.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  const results = page.map((user) => shownTo(context, userType, user));
  const pageCount = Math.ceil(found.length / pageSize);
  return { status: 200, body: { total: found.length, pageCount, pageSize, pageNumber, types: ['users'], results } };
}

function holds(condition: JsonObject, user: Entity): boolean {
  const single = textOf(condition, 'value');
  const wanted = [...stringsOf(condition['values']), ...(single === '' ? [] : [single])].map((text) =>
    text.toLowerCase(),
  );
  const values = stringsOf(condition['fields']).map((field) => textOf(user, field).toLowerCase());
  const test = textOf(condition, 'type');
  return values.some((value) =>
    wanted.some((text) => {
      if (test === 'CONTAINS') return value.includes(text);
      return test === 'STARTS_WITH' ? value.startsWith(text) : value === text;
    }),
  );
}
