import type { Context } from '../context.ts';
import { pageOf } from '../entity/listing.ts';
import type { Route } from '../feature.ts';
import { isObject, textOf } from '../kernel/values.ts';
import type { AuditRecord } from '../state/audit-trail.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';
import { auditQueryIn, findAudits, isAscending } from './audit-request.ts';
import { serviceMapping } from './service-mapping.ts';
import { shownAudit } from './shown-audit.ts';

const path = '/api/v2/audits/query/realtime';
const permissions = { all: ['audits:audit:view'] } as const;
/** The realtime query knows this much of the past. */
const reachMs = 14 * 86_400_000;

/** Queries over audit records that are answered at once. */
export const realtimeRoutes: readonly Route[] = [
  { method: 'POST', path, permissions, handle: realtimeQuery },
  { method: 'POST', path: `${path}/related`, permissions, handle: relatedQuery },
  { method: 'GET', path: `${path}/servicemapping`, permissions, handle: serviceMapping },
];

function realtimeQuery(context: Context): Reply {
  const query = auditQueryIn(context, context.body);
  const from = Math.max(query.from, context.now - reachMs);
  const records = findAudits(context, { ...query, from }, context.now);
  const present = (record: AuditRecord): unknown => shownAudit(context, record);
  const paged: Context = { ...context, query: pageQuery(context.body) };
  const { entities, pageSize, pageNumber, total, pageCount } = pageOf(paged, records, { maxPageSize: 500, present });
  return { status: 200, body: { entities, pageSize, pageNumber, total, pageCount } };
}

/** The records of the request that made the given one, itself included. */
function relatedQuery(context: Context): Reply {
  const body = isObject(context.body) ? context.body : {};
  const id = textOf(body, 'auditId');
  if (id === '') throw badRequest('The request is missing a required value: auditId.', 'missing.required.value');
  const all = context.organisation.audits.all();
  const record = all.find((candidate) => candidate.message.id === id);
  if (!record) throw notFound('audit', id);
  const related = all.filter((other) => transactionOf(other) === transactionOf(record));
  const ordered = isAscending(body) ? related : related.toReversed();
  return { status: 200, body: { entities: ordered.map((other) => shownAudit(context, other)) } };
}

function transactionOf(record: AuditRecord): unknown {
  const action = record.message['initiatingAction'];
  return isObject(action) ? action['transactionId'] : undefined;
}

/** The body says which page; the query string of the request does not. */
function pageQuery(body: unknown): URLSearchParams {
  const page = new URLSearchParams();
  for (const name of ['pageNumber', 'pageSize']) {
    const value = isObject(body) ? body[name] : undefined;
    if (typeof value === 'number') page.set(name, String(value));
  }
  return page;
}
