import { clientsCollection } from '../access/credentials.ts';
import type { Context } from '../context.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import type { JsonObject } from '../kernel/values.ts';
import { notFound } from '../wire/platform-error.ts';

const path = '/api/v2/tokens/me';

/** The caller's token, and its end. */
export const tokenRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    permissions: { none: true },
    handle: (context) => ({ status: 200, body: tokenInfo(context) }),
  },
  { method: 'HEAD', path, permissions: { none: true }, handle: () => ({ status: 200 }) },
  {
    method: 'DELETE',
    path,
    permissions: { none: true },
    handle: (context) => {
      context.world.tokens.revoke(bearer(context));
      return { status: 200 };
    },
  },
  {
    method: 'DELETE',
    path: '/api/v2/tokens/{userId}',
    permissions: { any: ['oauth:token:delete'] },
    handle: (context) => {
      const userId = context.params['userId'] ?? '';
      if (!context.organisation.collection('user').current(userId)) throw notFound('user', userId);
      context.world.tokens.revokeOfUser(context.organisation.id, userId);
      return { status: 200 };
    },
  },
];

/** What the caller's token is, as the `TokenInfo` model shows it. */
export function tokenInfo(context: Context): JsonObject {
  const { organisation, caller, world } = context;
  const named = { id: organisation.id, name: organisation.name };
  const expiresAt = world.tokens.find(bearer(context))?.expiresAt;
  return {
    organization: named,
    homeOrganization: named,
    authorizedScope: ['*'],
    ...(expiresAt === undefined || caller.userId === undefined ? {} : { dateTokenIdles: isoDate(expiresAt) }),
    OAuthClient: { ...clientOf(context), organization: named },
  };
}

const shownOfClients = [
  'id',
  'name',
  'dateCreated',
  'dateModified',
  'createdBy',
  'modifiedBy',
  'authorizedGrantType',
  'scope',
  'roleDivisions',
  'state',
  'dateToDelete',
];

function clientOf(context: Context): JsonObject {
  const client = context.organisation.ledger(clientsCollection).current(context.caller.clientId ?? '');
  if (!client) return { id: 'admin-ui', name: 'Admin UI', authorizedGrantType: 'CODE', scope: [], state: 'active' };
  return Object.fromEntries(shownOfClients.flatMap((name) => (name in client ? [[name, client[name]]] : [])));
}

function bearer(context: Context): string {
  return context.headers['authorization']?.replace(/^bearer /i, '').trim() ?? '';
}
