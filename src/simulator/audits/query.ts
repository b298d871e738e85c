import type { Context } from '../context.ts';
import { expansions, pageOf } from '../entity/listing.ts';
import type { Route } from '../feature.ts';
import { isObject, refId, textOf, type JsonObject } from '../kernel/values.ts';
import type { AuditRecord } from '../state/audit-trail.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';
import { serviceMapping } from './service-mapping.ts';

const view = { all: ['audits:audit:view'] } as const;
const jobs = 'audits.queries';
const realtimeDays = 14;

/** Queries over audit records: at once (14 days) or as a query that is read later. */
export const auditQueryRoutes: readonly Route[] = [
  { method: 'POST', path: '/api/v2/audits/query/realtime', permissions: view, handle: realtimeQuery },
  { method: 'POST', path: '/api/v2/audits/query/realtime/related', permissions: view, handle: relatedQuery },
  { method: 'GET', path: '/api/v2/audits/query/realtime/servicemapping', permissions: view, handle: serviceMapping },
  { method: 'GET', path: '/api/v2/audits/query/servicemapping', permissions: view, handle: serviceMapping },
  { method: 'POST', path: '/api/v2/audits/query', permissions: view, handle: startQuery },
  { method: 'GET', path: '/api/v2/audits/query/{transactionId}', permissions: view, handle: queryState },
  { method: 'GET', path: '/api/v2/audits/query/{transactionId}/results', permissions: view, handle: queryResults },
];

function realtimeQuery(context: Context): Reply {
  const query = requestOf(context.body);
  const oldest = context.now - realtimeDays * 86_400_000;
  const records = matching(context, query).filter((record) => record.at >= oldest);
  const paged: Context = { ...context, query: pageQuery(query) };
  const { entities, pageSize, pageNumber, total, pageCount } = pageOf(paged, records, {
    maxPageSize: 500,
    present: (record) => expanded(context, record),
  });
  return { status: 200, body: { entities, pageSize, pageNumber, total, pageCount } };
}

function relatedQuery(context: Context): Reply {
  const id = isObject(context.body) ? textOf(context.body, 'auditId') : '';
  const all = context.organisation.audits.all();
  const record = all.find((candidate) => candidate.message.id === id);
  if (!record) throw notFound('audit', id);
  const entities = all.filter((other) => transactionOf(other) === transactionOf(record)).map(present);
  return {
    status: 200,
    body: { entities, pageSize: entities.length, pageNumber: 1, total: entities.length, pageCount: 1 },
  };
}

function startQuery(context: Context): Reply {
  const query = requestOf(context.body);
  interval(query);
  const id = context.organisation.ids.next();
  context.organisation.ledger(jobs).put({ id, query, startedAt: context.now });
  return { status: 202, body: stateBody(context, id) };
}

function queryState(context: Context): Reply {
  return { status: 200, body: stateBody(context, context.params['transactionId'] ?? '') };
}

function queryResults(context: Context): Reply {
  const id = context.params['transactionId'] ?? '';
  const entities = matching(context, storedQuery(context, id));
  const pageSize = Number(context.query.get('pageSize') ?? 25);
  const start = Number(context.query.get('cursor') ?? 0);
  const next = start + pageSize;
  const cursor = next < entities.length ? { cursor: String(next) } : {};
  return {
    status: 200,
    body: { id, pageSize, ...cursor, entities: entities.slice(start, next).map((record) => expanded(context, record)) },
  };
}

function stateBody(context: Context, id: string): JsonObject {
  const query = storedQuery(context, id);
  const startDate = new Date(Number(context.organisation.ledger(jobs).current(id)?.['startedAt'])).toISOString();
  return { id, state: 'Succeeded', startDate, ...query };
}

function storedQuery(context: Context, id: string): JsonObject {
  const query = context.organisation.ledger(jobs).current(id)?.['query'];
  if (!isObject(query)) throw notFound('audit query', id);
  return query;
}

function matching(context: Context, query: JsonObject): readonly AuditRecord[] {
  const { from, to } = interval(query);
  const visibleUntil = context.now - context.organisation.settings().auditLagMs;
  const service = textOf(query, 'serviceName').toLowerCase();
  const filters = Array.isArray(query['filters']) ? query['filters'].filter(isObject) : [];
  const records = context.organisation.audits.all().filter((record) => {
    if (record.at < from || record.at > to || record.at > visibleUntil) return false;
    if (service !== '' && textOf(record.message, 'serviceName').toLowerCase() !== service) return false;
    return filters.every((filter) => propertyOf(record.message, textOf(filter, 'property')) === filter['value']);
  });
  return isAscending(query) ? records : records.toReversed();
}

function isAscending(query: JsonObject): boolean {
  const [sort] = Array.isArray(query['sort']) ? query['sort'].filter(isObject) : [];
  return sort !== undefined && textOf(sort, 'sortOrder').toLowerCase() === 'ascending';
}

function propertyOf(message: JsonObject, property: string): string {
  switch (property) {
    case 'UserId':
      return refId(message['user']) ?? '';
    case 'ClientId':
      return refId(message['client']) ?? '';
    case 'EntityId':
      return refId(message['entity']) ?? '';
    case 'EntityType':
      return textOf(message, 'entityType');
    case 'Action':
      return textOf(message, 'action');
    case 'TrusteeOrganizationId':
      return '';
    default:
      throw badRequest(`Value [${property}] is not valid for field [filters.property].`, 'invalid.value');
  }
}

function interval(query: JsonObject): { readonly from: number; readonly to: number } {
  const [from = NaN, to = NaN] = textOf(query, 'interval')
    .split('/')
    .map((text) => Date.parse(text));
  if (Number.isNaN(from) || Number.isNaN(to)) throw badRequest('interval must be two ISO-8601 dates parted by "/".');
  return { from, to };
}

function requestOf(body: unknown): JsonObject {
  if (!isObject(body)) throw badRequest('The request body is missing or is not a JSON object.', 'invalid.request.body');
  if (textOf(body, 'interval') === '')
    throw badRequest('The request is missing a required value: interval.', 'missing.required.value');
  return body;
}

function pageQuery(query: JsonObject): URLSearchParams {
  const page = new URLSearchParams();
  for (const name of ['pageNumber', 'pageSize']) {
    const value = query[name];
    if (typeof value === 'number') page.set(name, String(value));
  }
  return page;
}

function transactionOf(record: AuditRecord): unknown {
  const action = record.message['initiatingAction'];
  return isObject(action) ? action['transactionId'] : undefined;
}

/** The record with the names of its user, when `expand` asks for it. */
function expanded(context: Context, record: AuditRecord): unknown {
  const userId = refId(record.message['user']);
  if (userId === undefined || !expansions(context.query).includes('user')) return record.message;
  const user = context.organisation.collection('user').current(userId);
  return {
    ...record.message,
    user: { id: userId, name: textOf(user ?? {}, 'name'), selfUri: `/api/v2/users/${userId}` },
  };
}

function present(record: AuditRecord): unknown {
  return record.message;
}
