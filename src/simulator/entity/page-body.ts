import type { Context } from '../context.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { keepKnown } from '../model/model-form.ts';
import type { Listing } from './entity-type.ts';
import { cursorPageOf, pageOf } from './listing.ts';

/**
 * The page of a list as its operation answers it: in the list's style, with no property that its model lacks. Lists by
 * number also go on from a token in `nextPage`, or back from one in `previousPage`.
 */
export function pageBody(
  context: Context,
  listing: Listing,
  items: readonly Entity[],
  present: (entity: Entity) => JsonObject,
): JsonObject {
  const { items: property = 'entities', page } = listing;
  const { entities, ...rest } = bodyInStyle(context, listing, items, present);
  return keepKnown({ [property]: entities, ...rest }, page);
}

/** Paging and simple filters of a query body, as if they had been query parameters. */
export function queryOfBody(body: unknown): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(isObject(body) ? body : {})) {
    if (typeof value === 'string' || typeof value === 'number') query.set(name, String(value));
  }
  return query;
}

function bodyInStyle(
  context: Context,
  { style = 'page', maxPageSize, defaultPageSize, cursorParameter, sizeParameter }: Listing,
  items: readonly Entity[],
  present: (entity: Entity) => JsonObject,
): JsonObject {
  switch (style) {
    case 'page':
      if (context.query.get('nextPage') || context.query.get('previousPage'))
        return cursorPageOf(context, items, { maxPageSize, defaultPageSize, present, parameter: 'nextPage' });
      return pageOf(context, items, { maxPageSize, defaultPageSize, present });
    case 'cursor': {
      const parameters = { parameter: cursorParameter, sizeParameter };
      const body = cursorPageOf(context, items, { maxPageSize, defaultPageSize, present, ...parameters });
      const token = cursorIn(textOf(body, 'nextUri'), cursorParameter ?? 'after');
      return { ...body, ...(token === null ? {} : { after: token, cursor: token, cursors: { after: token } }) };
    }
    case 'none':
      return {
        entities: items.map(present),
        total: items.length,
        pageNumber: 1,
        pageSize: items.length,
        pageCount: 1,
        selfUri: context.pathname,
      };
    default:
      return style satisfies never;
  }
}

/** Some pages repeat the token that continues them beside the link. */
function cursorIn(uri: string, parameter: string): string | null {
  return new URLSearchParams(uri.split('?')[1] ?? '').get(parameter);
}
