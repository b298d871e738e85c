import { authorityOf, grantsOf, rolesCollection } from '../access/grants.ts';
import type { Context } from '../context.ts';
import { userType } from '../directory/user.ts';
import { expansions } from '../entity/listing.ts';
import { shownTo } from '../entity/routes.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { refId, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { organizationOf } from './organization.ts';
import { tokenInfo } from './tokens.ts';

/** The person behind the token. */
export const meRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v2/users/me',
    permissions: { none: true },
    handle: (context) => ({ status: 200, body: me(context) }),
  },
];

function me(context: Context): JsonObject {
  const user = context.organisation.collection(userType.name).current(context.caller.userId ?? '');
  if (!user) {
    const message =
      'This request requires a user context. Client credentials cannot be used for requests that require a user context.';
    throw badRequest(message, 'bad.request');
  }
  const wanted = expansions(context.query);
  const own = wanted.flatMap((name) => {
    const expansion = Object.hasOwn(ownExpansions, name) ? ownExpansions[name] : undefined;
    return expansion === undefined ? [] : [[name, expansion(context, user)] as const];
  });
  return { ...shownTo(context, userType, user), ...Object.fromEntries(own) };
}

type Expansion = (context: Context, user: Entity) => unknown;

const ownExpansions: Readonly<Record<string, Expansion>> = {
  adjacents: (context, user) => ({
    superiors: superiors(context, user),
    siblings: reportsOf(context, refId(user['manager'])).filter(({ id }) => id !== user.id),
    directReports: reportsOf(context, user.id),
  }),
  authorization: (context, user) => authorization(context, user),
  date: (context) => ({ currentDate: isoDate(context.now) }),
  directReports: (context, user) => reportsOf(context, user.id),
  favorites: () => [],
  geolocation: () => ({}),
  locationDefinitions: (context) => named(context, 'location', '/api/v2/locations'),
  organization: (context) => organizationOf(context.organisation),
  orgAuthorization: (context) => named(context, rolesCollection, '/api/v2/authorization/roles'),
  outOfOffice: () => ({ active: false, indefinite: false }),
  presence: (_context, user) => ({ source: 'PURECLOUD', primary: true, presenceDefinition: presenceOf(user) }),
  routingSkills: (context) => named(context, 'routing_skill', '/api/v2/routing/skills'),
  routingStatus: (context, user) => ({ userId: user.id, status: 'OFF_QUEUE', startTime: isoDate(context.now) }),
  station: () => ({}),
  superiors: (context, user) => superiors(context, user),
  token: (context) => tokenInfo(context),
  trustors: () => [],
};

function authorization(context: Context, user: Entity): JsonObject {
  const { organisation } = context;
  const roles = organisation.collection(rolesCollection);
  const ids = [...new Set(grantsOf(organisation, user.id).map(({ roleId }) => roleId))];
  const { policies } = authorityOf(organisation, user.id);
  return {
    roles: ids.flatMap((id) => roles.current(id) ?? []).map((role) => ({ id: role.id, name: textOf(role, 'name') })),
    unusedRoles: [],
    permissions: policies.flatMap((policy) =>
      policy.actions.map((action) => `${policy.domain}:${policy.entityName}:${action}`),
    ),
    permissionPolicies: [],
  };
}

function superiors(context: Context, user: Entity): readonly JsonObject[] {
  const users = context.organisation.collection(userType.name);
  const above: JsonObject[] = [];
  const seen = new Set([user.id]);
  for (let id = refId(user['manager']); id !== undefined && !seen.has(id); id = refId(users.current(id)?.['manager'])) {
    seen.add(id);
    const superior = users.current(id);
    if (superior) above.push(reference(superior, '/api/v2/users'));
  }
  return above;
}

function reportsOf(context: Context, managerId: string | undefined): readonly JsonObject[] {
  if (managerId === undefined) return [];
  const users = context.organisation.collection(userType.name).shownAll();
  const reports = users.filter((user) => refId(user['manager']) === managerId && user['state'] === 'active');
  return reports.map((user) => reference(user, '/api/v2/users'));
}

function named(context: Context, collection: string, path: string): readonly JsonObject[] {
  const objects = context.organisation.collection(collection).shownAll();
  return objects.filter((object) => object['state'] !== 'deleted').map((object) => reference(object, path));
}

function reference(entity: Entity, path: string): JsonObject {
  return { id: entity.id, name: textOf(entity, 'name'), selfUri: `${path}/${entity.id}` };
}

function presenceOf(user: Entity): JsonObject {
  return { id: user.id, systemPresence: 'OFFLINE' };
}
