import type { Context } from '../context.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { pageOf } from '../entity/listing.ts';
import { queryOfBody } from '../entity/page-body.ts';
import { shownTo } from '../entity/routes.ts';
import { selectEntities } from '../entity/select.ts';
import type { Route } from '../feature.ts';
import type { Entity } from '../kernel/values.ts';

const permissions = { any: ['responses:response:view'] };
const maxPageSize = 100;

/**
 * The query over the responses of all libraries, by a phrase of their names or texts; the list asks for one library.
 * Its page is a property of the answer.
 */
export function queryResponsesRoute(responses: EntityType): Route {
  return {
    method: 'POST',
    path: `${responses.path}/query`,
    permissions,
    handle: (context) => {
      const asked: Context = { ...context, query: queryOfBody(context.body) };
      const phrase = asked.query.get('queryPhrase')?.toLowerCase() ?? '';
      const found = selectEntities(asked, responses, { permissions, maxPageSize }).filter((response) =>
        isAbout(response, phrase),
      );
      const present = (response: Entity) => shownTo(context, responses, response);
      return { status: 200, body: { results: pageOf(asked, found, { maxPageSize, present }) } };
    },
  };
}

function isAbout(response: Entity, phrase: string): boolean {
  return JSON.stringify([response['name'], response['texts']]).toLowerCase().includes(phrase);
}
