import { clientsCollection } from '../access/credentials.ts';
import type { Context } from '../context.ts';
import type { Route } from '../feature.ts';
import type { JsonObject } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { shownTo } from '../entity/routes.ts';
import { userType } from '../directory/user.ts';

/** Who the caller is: its token and, for people, its user. */
export const tokenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v2/tokens/me',
    permissions: { none: true },
    handle: (context) => ({ status: 200, body: tokenInfo(context) }),
  },
  { method: 'HEAD', path: '/api/v2/tokens/me', permissions: { none: true }, handle: () => ({ status: 200 }) },
  {
    method: 'DELETE',
    path: '/api/v2/tokens/me',
    permissions: { none: true },
    handle: (context) => {
      context.world.tokens.revoke(context.headers['authorization']?.replace(/^bearer /i, '') ?? '');
      return { status: 200 };
    },
  },
  {
    method: 'GET',
    path: '/api/v2/users/me',
    permissions: { none: true },
    handle: (context) => ({ status: 200, body: me(context) }),
  },
];

function tokenInfo(context: Context): JsonObject {
  const { organisation, caller } = context;
  const named = { id: organisation.id, name: organisation.name };
  const client = organisation.ledger(clientsCollection).current(caller.clientId ?? '');
  const {
    secret: _secret,
    rateLimitPerMinute: _limit,
    ...shown
  }: JsonObject = client ?? { id: 'admin-ui', name: 'Admin UI', authorizedGrantType: 'CODE' };
  return {
    organization: named,
    homeOrganization: named,
    authorizedScope: ['*'],
    OAuthClient: { ...shown, organization: named },
  };
}

function me(context: Context): JsonObject {
  const user = context.organisation.collection(userType.name).current(context.caller.userId ?? '');
  if (!user) {
    const message =
      'This request requires a user context. Client credentials cannot be used for requests that require a user context.';
    throw badRequest(message, 'bad.request');
  }
  return shownTo(context, userType, user);
}
