import type { Context } from '../../context.ts';
import type { Route } from '../../feature.ts';
import { notFound } from '../../wire/platform-error.ts';

const path = '/api/v2/oauth/authorizations';
const permissions = { any: ['oauth:client:authorize'] } as const;

/** Clients that a person let act for them. There are none: the simulator has client credentials only. */
export const authorizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    permissions,
    handle: () => ({ status: 200, body: { total: 0, entities: [], selfUri: path } }),
  },
  { method: 'GET', path: `${path}/{clientId}`, permissions, handle: noAuthorization },
];

function noAuthorization(context: Context): never {
  throw notFound('authorization of client', context.params['clientId'] ?? '');
}
