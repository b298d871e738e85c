import type { Context } from '../../context.ts';
import type { Route } from '../../feature.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { UsageCount } from '../../steering/usage.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, notFound } from '../../wire/platform-error.ts';
import { clientType } from './client-type.ts';

const path = `${clientType.path}/{clientId}/usage`;
const permissions = { any: ['oauth:client:view', 'usage:client:view'] } as const;
const shelf = 'oauth.usage.queries';
/** A query is running this long before its results can be read. */
const runningMs = 500;

/** How often a client called which operations: a query object whose results come later. */
export const usageRoutes: readonly Route[] = [
  { method: 'POST', path: `${path}/query`, permissions, handle: startQuery },
  { method: 'GET', path: `${path}/query/results/{executionId}`, permissions, handle: results },
  { method: 'GET', path: `${path}/summary`, permissions, handle: start },
];

function startQuery(context: Context): Reply {
  const [from = NaN, to = NaN] = (isObject(context.body) ? textOf(context.body, 'interval') : '')
    .split('/')
    .map((text) => Date.parse(text));
  if (!(from < to)) throw badRequest('interval must be two ISO-8601 dates parted by "/", the earlier one first.');
  return start(context);
}

function start(context: Context): Reply {
  const clientId = context.params['clientId'] ?? '';
  if (!context.organisation.collection(clientType.name).current(clientId)) throw notFound(clientType.label, clientId);
  const executionId = context.organisation.ids.next();
  const query: Entity = { id: executionId, clientId, startedAt: context.now };
  context.organisation.ledger(shelf).put(query);
  const resultsUri = `${clientType.path}/${clientId}/usage/query/results/${executionId}`;
  return { status: 200, body: { executionId, resultsUri } };
}

function results(context: Context): Reply {
  const { clientId = '', executionId = '' } = context.params;
  const query = context.organisation.ledger(shelf).current(executionId);
  if (!query || query['clientId'] !== clientId) throw notFound('usage query', executionId);
  if (context.now < Number(query['startedAt']) + runningMs) {
    return { status: 200, body: { results: [], queryStatus: 'Running' } };
  }
  const counts = context.world.usage.counts({ clientId, organisationId: context.organisation.id });
  const own = counts.filter(({ operation }) => operation.includes(' /'));
  return { status: 200, body: { results: own.map((count) => rowOf(context, count)), queryStatus: 'Complete' } };
}

function rowOf(context: Context, count: UsageCount): JsonObject {
  const [httpMethod = '', templateUri = ''] = count.operation.split(' ');
  const client = context.organisation.collection(clientType.name).current(count.clientId);
  const answered = (from: number): number => {
    const codes = Object.entries(count.byStatus).filter(([code]) => Number(code) >= from && Number(code) < from + 100);
    return codes.reduce((sum, [, times]) => sum + times, 0);
  };
  return {
    clientId: count.clientId,
    clientName: textOf(client ?? {}, 'name'),
    organizationId: count.organisationId,
    templateUri,
    httpMethod,
    status200: answered(200),
    status300: answered(300),
    status400: answered(400) - count.rateLimited,
    status500: answered(500),
    status429: count.rateLimited,
    requests: count.count,
  };
}
