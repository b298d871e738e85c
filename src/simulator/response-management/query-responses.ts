import type { Context } from '../context.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { pageOf } from '../entity/listing.ts';
import { queryOfBody } from '../entity/page-body.ts';
import { shownTo } from '../entity/routes.ts';
import { selectEntities } from '../entity/select.ts';
import type { Route } from '../feature.ts';
import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { librariesOf } from './library.ts';

const permissions = { any: ['responses:response:view'] };
const maxPageSize = 100;

/**
 * The query over the responses of all libraries, by a phrase of their names or texts and by filters; the list asks for
 * one library. Its page is a property of the answer.
 */
export function queryResponsesRoute(responses: EntityType): Route {
  return {
    method: 'POST',
    path: `${responses.path}/query`,
    permissions,
    handle: (context) => {
      const asked: Context = { ...context, query: queryOfBody(context.body) };
      const phrase = asked.query.get('queryPhrase')?.toLowerCase() ?? '';
      const filters = filtersIn(context.body);
      const found = selectEntities(asked, responses, { permissions, maxPageSize }).filter(
        (response) => isAbout(response, phrase) && filters.every((filter) => holds(filter, response)),
      );
      const present = (response: Entity) => shownTo(context, responses, response);
      return { status: 200, body: { results: pageOf(asked, found, { maxPageSize, present }) } };
    },
  };
}

function isAbout(response: Entity, phrase: string): boolean {
  return JSON.stringify([response['name'], response['texts']]).toLowerCase().includes(phrase);
}

function filtersIn(body: unknown): readonly JsonObject[] {
  const filters = isObject(body) ? body['filters'] : undefined;
  return Array.isArray(filters) ? filters.filter(isObject) : [];
}

/** A filter names a property of responses, or `libraryId`, and the values that it may have. */
function holds(filter: JsonObject, response: Entity): boolean {
  const name = textOf(filter, 'name');
  const wanted = stringsOf(filter['values']);
  const values = name === 'libraryId' ? librariesOf(response) : [textOf(response, name)];
  return values.some((value) => wanted.includes(value));
}
