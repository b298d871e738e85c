import { clientsCollection } from '../../access/credentials.ts';
import { grantsOf, putGrants, shownRoles, type Grant } from '../../access/grants.ts';
import type { Context } from '../../context.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { grantIn, isSameGrant, withGrants } from '../grant/change-grants.ts';
import { checkTokenLife } from './token-life.ts';

/**
 * OAuth clients. Their roles are grants like any other, shown as `roleDivisions`; a PUT without them takes them away.
 * A client must be inactive before it can be deleted, and can be read afterwards. The secret shows only where it is
 * made.
 */
export const clientType: EntityType = {
  name: clientsCollection,
  label: 'OAuth client',
  path: '/api/v2/oauth/clients',
  idParameter: 'clientId',
  get: { permissions: { any: ['oauth:client:view'] } },
  update: { method: 'PUT', permissions: { any: ['oauth:client:edit'] }, model: 'OAuthClientRequest' },
  delete: { permissions: { any: ['oauth:client:delete'] } },
  softDelete: 'readable',
  stamps: ['dateCreated', 'dateModified', 'createdBy', 'modifiedBy'],
  hidden: ['secret', 'rateLimitPerMinute'],
  defaults: () => ({ registeredRedirectUri: [], scope: [], accessTokenValiditySeconds: 86_400 }),
  audit: { service: 'PeoplePermissions', entityType: 'OAuthClient' },
  hooks: {
    accept: (context, body, before) => acceptClient(context, body, before),
    check: (_context, client) => checkTokenLife(client),
    checkDelete: (_context, client) => {
      if (client['state'] === 'active') throw badRequest('An OAuth client must be inactive before it can be deleted.');
    },
    stored: (context, client, before) => {
      if (client) putGrants(context.organisation, client.id, grantsToStore(context, client));
      else if (before) context.world.tokens.expireAll(before.id);
    },
    present: (_organisation, client) => ({
      ...person('createdBy', client),
      ...person('modifiedBy', client),
    }),
  },
};

/** The same type with its create operation, whose answer has the secret. */
export const clientWrites: EntityType = {
  ...clientType,
  create: { permissions: { any: ['oauth:client:add'] }, model: 'OAuthClientRequest' },
};

function acceptClient(context: Context, body: JsonObject, before: Entity | undefined): JsonObject {
  const grants = wantedGrants(context, body) ?? [];
  const { roleDivisions: _divisions, roleIds: _ids, ...own } = body;
  return { ...own, state: body['state'] ?? before?.['state'] ?? 'active', ...shownRoles(grants) };
}

/** The roles in a body: with their divisions, or, the old way, in the home division. Undefined when it has none. */
function wantedGrants(context: Context, body: JsonObject): readonly Grant[] | undefined {
  const pairs = body['roleDivisions'];
  if (Array.isArray(pairs)) {
    const grants = pairs.filter(isObject).map((pair) => {
      return grantIn(context, textOf(pair, 'roleId'), textOf(pair, 'divisionId'));
    });
    return withGrants([], grants);
  }
  if (!Array.isArray(body['roleIds'])) return undefined;
  const grants = stringsOf(body['roleIds']).map((id) => grantIn(context, id, context.organisation.homeDivisionId));
  return withGrants([], grants);
}

/** The grants behind `roleDivisions`; those that were there before keep their date. */
function grantsToStore(context: Context, client: Entity): readonly Grant[] {
  const before = grantsOf(context.organisation, client.id);
  const grants = wantedGrants(context, { roleDivisions: client['roleDivisions'] }) ?? [];
  return grants.map((grant) => before.find((other) => isSameGrant(grant, other)) ?? grant);
}

function person(property: 'createdBy' | 'modifiedBy', client: Entity): JsonObject {
  const id = textOf(client, property);
  return id === '' ? {} : { [property]: { id } };
}
