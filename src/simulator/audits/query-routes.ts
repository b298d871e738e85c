import type { Context } from '../context.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, notFound, PlatformError } from '../wire/platform-error.ts';
import { auditQueryIn, findAudits } from './audit-request.ts';
import { serviceMapping } from './service-mapping.ts';
import { shownAudit } from './shown-audit.ts';

const path = '/api/v2/audits/query';
const permissions = { all: ['audits:audit:view'] } as const;
const shelf = 'audits.queries';
/** From the start of a query until it runs, and until its results are there. */
const queuedMs = 200;
const runningMs = 600;
const maxPageSize = 500;

/** Queries over all audit records that run for a while and are read afterwards, page by page with a cursor. */
export const queryRoutes: readonly Route[] = [
  { method: 'POST', path, permissions, handle: startQuery },
  { method: 'GET', path: `${path}/servicemapping`, permissions, handle: serviceMapping },
  { method: 'GET', path: `${path}/{transactionId}`, permissions, handle: queryState },
  { method: 'GET', path: `${path}/{transactionId}/results`, permissions, handle: queryResults },
];

function startQuery(context: Context): Reply {
  auditQueryIn(context, context.body);
  const id = context.organisation.ids.next();
  const query: Entity = { id, request: context.body, startedAt: context.now };
  context.organisation.ledger(shelf).put(query);
  return { status: 202, body: shownState(context, query) };
}

function queryState(context: Context): Reply {
  return { status: 200, body: shownState(context, queryIn(context)) };
}

/** Results are those of the moment at which the query was started. */
function queryResults(context: Context): Reply {
  const query = queryIn(context);
  const state = stateOf(context, query);
  if (state !== 'Succeeded') {
    const message = `The audit query with id ${query.id} has no results yet; its state is ${state}.`;
    throw new PlatformError(404, 'not.found', message, { entityId: query.id });
  }
  const records = findAudits(context, auditQueryIn(context, query['request']), startOf(query));
  const pageSize = pageSizeIn(context);
  const start = positionAfter(context.query.get('cursor'));
  const end = start + pageSize;
  return {
    status: 200,
    body: {
      id: query.id,
      pageSize,
      ...(end < records.length ? { cursor: cursorAt(end) } : {}),
      entities: records.slice(start, end).map((record) => shownAudit(context, record)),
    },
  };
}

function queryIn(context: Context): Entity {
  const id = context.params['transactionId'] ?? '';
  const query = context.organisation.ledger(shelf).current(id);
  if (!query) throw notFound('audit query', id);
  return query;
}

function shownState(context: Context, query: Entity): JsonObject {
  const request = isObject(query['request']) ? query['request'] : {};
  const { interval, serviceName, filters, sort } = request;
  const startDate = isoDate(startOf(query));
  return { id: query.id, state: stateOf(context, query), startDate, interval, serviceName, filters, sort };
}

function stateOf(context: Context, query: Entity): 'Queued' | 'Running' | 'Succeeded' {
  const age = context.now - startOf(query);
  return age < queuedMs ? 'Queued' : age < runningMs ? 'Running' : 'Succeeded';
}

function startOf(query: Entity): number {
  return Number(query['startedAt']);
}

function pageSizeIn(context: Context): number {
  const pageSize = Number(context.query.get('pageSize') ?? 25);
  if (Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= maxPageSize) return pageSize;
  const details = [{ errorCode: 'invalid.value', fieldName: 'pageSize' }];
  throw badRequest(`pageSize must be between 1 and ${maxPageSize}.`, 'invalid.page.size', { details });
}

function cursorAt(position: number): string {
  return Buffer.from(`position:${position}`).toString('base64url');
}

function positionAfter(cursor: string | null): number {
  if (cursor === null || cursor === '') return 0;
  const position = /^position:(\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (position === undefined) throw badRequest('The cursor is not valid.', 'invalid.cursor');
  return Number(position);
}
