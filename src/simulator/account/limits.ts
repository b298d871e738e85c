import type { Context } from '../context.ts';
import { pageOf } from '../entity/listing.ts';
import type { Route } from '../feature.ts';
import type { JsonObject } from '../kernel/values.ts';
import { defaultSettings, type OrganisationSettings } from '../seeds.ts';
import { notFound } from '../wire/platform-error.ts';

const path = '/api/v2/organizations/limits';
const permissions = { any: ['directory:organization:view', 'limits:organization:view'] } as const;

/** The limits that the simulator enforces, by namespace. */
export const limitRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/docs`,
    permissions: { none: true },
    handle: () => ({ status: 200, body: { url: 'https://developer.genesys.cloud/organization/organization/limits' } }),
  },
  {
    method: 'GET',
    path: `${path}/namespaces`,
    permissions,
    handle: (context) => ({
      status: 200,
      body: pageOf(context, namespaces, { maxPageSize: 100, present: (name) => name }),
    }),
  },
  {
    method: 'GET',
    path: `${path}/namespaces/{namespaceName}`,
    permissions,
    handle: (context) => ({ status: 200, body: limits(context, context.organisation.settings()) }),
  },
  {
    method: 'GET',
    path: `${path}/namespaces/{namespaceName}/defaults`,
    permissions,
    handle: (context) => ({ status: 200, body: limits(context, defaultSettings) }),
  },
];

const namespaces = ['oauth', 'platform.api'];

function limits(context: Context, settings: OrganisationSettings): JsonObject {
  const namespace = context.params['namespaceName'] ?? '';
  if (!namespaces.includes(namespace)) throw notFound('namespace', namespace);
  const values: Readonly<Record<string, number>> =
    namespace === 'oauth'
      ? { 'token.rate.per.minute': settings.tokenLimitPerMinute }
      : {
          'client.credentials.token.rate.per.minute': settings.rateLimitPerMinute,
          'org.app.user.rate.per.minute': settings.userRateLimitPerMinute,
        };
  return { entities: Object.entries(values).map(([key, value]) => ({ key, namespace, value })) };
}
