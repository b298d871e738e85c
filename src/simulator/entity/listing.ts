import type { Context } from '../context.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { queryList } from '../wire/query.ts';

/** What a page holds and where it starts. */
type PageRequest = { readonly pageNumber: number; readonly pageSize: number };

/** How large pages of a list can be, and are when nothing is asked for (25). */
type PageLimits = { readonly maxPageSize: number; readonly defaultPageSize?: number | undefined };

/** Reads `pageNumber` and `pageSize`; PlatformError 400 for numbers out of range. */
function pageRequest(query: URLSearchParams, { maxPageSize, defaultPageSize = 25 }: PageLimits): PageRequest {
  const pageSize = positive(query, 'pageSize', Math.min(defaultPageSize, maxPageSize));
  if (pageSize > maxPageSize) {
    const details = [{ errorCode: 'invalid.value', fieldName: 'pageSize' }];
    throw badRequest(`pageSize must be between 1 and ${maxPageSize}.`, 'invalid.page.size', { details });
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

/** A page by cursor: the token that continues is in `nextUri` as `after`. Tokens point behind an object, so they survive changes; the id of an object is a token too. */
export function cursorPageOf(
  context: Context,
  items: readonly Entity[],
  options: PageLimits & { readonly present: (item: Entity) => unknown; readonly parameter?: string | undefined },
): JsonObject {
  const { pageSize } = pageRequest(context.query, options);
  const parameter = options.parameter ?? 'after';
  const start = startAfter(items, context.query.get(parameter));
  const page = items.slice(start, start + pageSize);
  const last = page.at(-1);
  const hasMore = last !== undefined && start + pageSize < items.length;
  const token = Buffer.from(JSON.stringify([start + pageSize, last?.id])).toString('base64url');
  return {
    entities: page.map(options.present),
    ...(hasMore ? { nextUri: linkTo(context, { [parameter]: token, pageSize: String(pageSize) }) } : {}),
    selfUri: linkTo(context, {}),
  };
}

/** The names in `expand`. */
export function expansions(query: URLSearchParams): readonly string[] {
  return queryList(query, 'expand');
}

function startAfter(items: readonly Entity[], token: string | null): number {
  if (token === null || token === '') return 0;
  const named = items.findIndex((item) => item.id === token);
  if (named >= 0) return named + 1;
  try {
    const [position, id]: unknown[] = JSON.parse(Buffer.from(token, 'base64url').toString());
    const found = items.findIndex((item) => item.id === id);
    return found >= 0 ? found + 1 : Number(position);
  } catch {
    throw badRequest('The cursor is not valid.', 'invalid.cursor');
  }
}

function linkTo(context: Context, change: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(context.query);
  for (const [name, value] of Object.entries(change)) query.set(name, value);
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
