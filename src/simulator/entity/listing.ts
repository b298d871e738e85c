import type { Context } from '../context.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { queryList } from '../wire/query.ts';

/** What a page holds and where it starts. */
type PageRequest = { readonly pageNumber: number; readonly pageSize: number };

/** How large pages of a list can be, and are when nothing is asked for (25). */
type PageLimits = { readonly maxPageSize: number; readonly defaultPageSize?: number | undefined };

/** Reads `pageNumber` and `pageSize`; PlatformError 400 for numbers out of range. */
function pageRequest(
  query: URLSearchParams,
  { maxPageSize, defaultPageSize = 25 }: PageLimits,
  sizeParameter = 'pageSize',
): PageRequest {
  const pageSize = positive(query, sizeParameter, Math.min(defaultPageSize, maxPageSize));
  if (pageSize > maxPageSize) {
    const details = [{ errorCode: 'invalid.value', fieldName: sizeParameter }];
    throw badRequest(`${sizeParameter} must be between 1 and ${maxPageSize}.`, 'invalid.page.size', { details });
  }
  return { pageNumber: positive(query, 'pageNumber', 1), pageSize };
}

/** A page by number: entities with total, page count and links. */
export function pageOf<T>(
  context: Context,
  items: readonly T[],
  options: PageLimits & { readonly present: (item: T) => unknown },
): JsonObject {
  const { pageNumber, pageSize } = pageRequest(context.query, options);
  const total = items.length;
  const pageCount = Math.ceil(total / pageSize);
  const start = (pageNumber - 1) * pageSize;
  const uri = (page: number): string => linkTo(context, { pageNumber: String(page), pageSize: String(pageSize) });
  return {
    entities: items.slice(start, start + pageSize).map(options.present),
    pageSize,
    pageNumber,
    total,
    firstUri: uri(1),
    ...(pageNumber < pageCount ? { nextUri: uri(pageNumber + 1) } : {}),
    ...(pageNumber > 1 ? { previousUri: uri(pageNumber - 1) } : {}),
    lastUri: uri(Math.max(1, pageCount)),
    selfUri: uri(pageNumber),
    pageCount,
  };
}

/** A page by number without total and page count, as queue members have it. */
export function poorPageOf<T>(
  context: Context,
  items: readonly T[],
  options: PageLimits & { readonly present: (item: T) => unknown },
): JsonObject {
  const { total: _total, pageCount: _pageCount, lastUri: _lastUri, ...page } = pageOf(context, items, options);
  return page;
}

/** How a list by cursor names its parameters. */
type CursorParameters = {
  /** The parameter that continues; default `after`. */
  readonly parameter?: string | undefined;
  readonly sizeParameter?: string | undefined;
};

/** The parameter that goes back, for each one that continues. */
const backwards: Readonly<Record<string, string>> = { after: 'before', nextPage: 'previousPage' };

/**
 * A page by cursor: the token that continues is in `nextUri`, the one that goes back in `previousUri`. Tokens point at
 * an object, so they survive changes; the id of an object is a token too.
 */
export function cursorPageOf(
  context: Context,
  items: readonly Entity[],
  options: PageLimits & CursorParameters & { readonly present: (item: Entity) => unknown },
): JsonObject {
  const { parameter = 'after', sizeParameter = 'pageSize' } = options;
  const { pageSize } = pageRequest(context.query, options, sizeParameter);
  const back = backwards[parameter];
  const end = back === undefined ? undefined : positionOf(items, context.query.get(back), 0);
  const start =
    end === undefined ? (positionOf(items, context.query.get(parameter), 1) ?? 0) : Math.max(0, end - pageSize);
  const page = items.slice(start, end ?? start + pageSize);
  const [first, last] = [page.at(0), page.at(-1)];
  const link = (name: string, token: string): string =>
    linkTo(context, { ...cleared(parameter, back), [name]: token, [sizeParameter]: String(pageSize) });
  const hasMore = last !== undefined && start + page.length < items.length;
  return {
    entities: page.map(options.present),
    ...(hasMore ? { nextUri: link(parameter, tokenOf(start + page.length, last)) } : {}),
    ...(back !== undefined && first !== undefined && start > 0
      ? { previousUri: link(back, tokenOf(start, first)) }
      : {}),
    selfUri: linkTo(context, {}),
  };
}

/** The names in `expand`. */
export function expansions(query: URLSearchParams): readonly string[] {
  return queryList(query, 'expand');
}

function tokenOf(position: number, item: Entity): string {
  return Buffer.from(JSON.stringify([position, item.id])).toString('base64url');
}

/** Where a token points, or so many places behind; undefined without a token. An object that is gone leaves its place. */
function positionOf(items: readonly Entity[], token: string | null, behind: 0 | 1): number | undefined {
  if (token === null || token === '') return undefined;
  const named = items.findIndex((item) => item.id === token);
  if (named >= 0) return named + behind;
  try {
    const [position, id]: unknown[] = JSON.parse(Buffer.from(token, 'base64url').toString());
    const found = items.findIndex((item) => item.id === id);
    return found >= 0 ? found + behind : Math.max(0, Math.trunc(Number(position)) || 0);
  } catch {
    throw badRequest('The cursor is not valid.', 'invalid.cursor');
  }
}

/** Links name one token only. */
function cleared(parameter: string, back: string | undefined): Readonly<Record<string, undefined>> {
  return { [parameter]: undefined, ...(back === undefined ? {} : { [back]: undefined }) };
}

function linkTo(context: Context, change: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams(context.query);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? context.pathname : `${context.pathname}?${text}`;
}

function positive(query: URLSearchParams, name: string, fallback: number): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1) return value;
  throw badRequest(`${name} must be a whole number from 1.`, 'invalid.value', {
    details: [{ errorCode: 'invalid.value', fieldName: name }],
  });
}
