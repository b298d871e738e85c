import { clientsCollection } from './access/credentials.ts';
import { putGrants, rolesCollection, shownRoles, type Grant } from './access/grants.ts';
import { parsePermission } from './access/permission.ts';
import { defaultRoleEntities } from './authorization/role/default-roles.ts';
import { isoDate } from './kernel/clock.ts';
import type { JsonObject } from './kernel/values.ts';
import { defaultScriptEntities } from './scripts/default-scripts.ts';
import type { ClientSeed, HumanSeed, OrganisationSeed } from './seeds.ts';
import type { Organisation } from './state/organisation.ts';

/** Puts home division, clients, humans and their roles into a new organisation, readable at once and without audits. */
export function populate(organisation: Organisation, seed: OrganisationSeed, now: number): void {
  put(organisation, 'auth_division', {
    id: organisation.homeDivisionId,
    name: 'Home',
    description: 'Home division',
    homeDivision: true,
  });
  organisation.ledger(clientsCollection);
  for (const role of defaultRoleEntities(organisation)) put(organisation, rolesCollection, role);
  for (const script of defaultScriptEntities(organisation, now)) {
    put(organisation, 'script', script);
    put(organisation, 'script.published', script);
  }
  for (const human of seed.humans ?? []) addHuman(organisation, human, now);
  for (const client of seed.clients ?? []) addClient(organisation, client, now);
}

/** Adds an OAuth client with a role of its own that holds its permissions. */
export function addClient(organisation: Organisation, seed: ClientSeed, now: number): void {
  const name = seed.name ?? `Client ${seed.id}`;
  const grants = grantRole(organisation, { holder: name, seed, now });
  putGrants(organisation, seed.id, grants);
  organisation.ledger(clientsCollection).put({
    id: seed.id,
    name,
    secret: seed.secret,
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    accessTokenValiditySeconds: seed.tokenValiditySeconds ?? 86_400,
    registeredRedirectUri: [],
    scope: [],
    ...shownRoles(grants),
    state: 'active',
    dateCreated: isoDate(now),
    dateModified: isoDate(now),
    ...(seed.rateLimitPerMinute === undefined ? {} : { rateLimitPerMinute: seed.rateLimitPerMinute }),
  });
}

/** Adds a person as a user of the organisation, with a role of their own; returns the user id. */
export function addHuman(organisation: Organisation, seed: HumanSeed, now: number): string {
  const id = organisation.ids.next();
  put(organisation, 'user', {
    id,
    name: seed.name,
    email: seed.email,
    username: seed.email,
    department: '',
    title: '',
    state: 'active',
    version: 1,
    division: { id: organisation.homeDivisionId },
    acdAutoAnswer: false,
    primaryContactInfo: [{ address: seed.email, mediaType: 'EMAIL', type: 'PRIMARY' }],
    addresses: [],
    images: [],
  });
  putGrants(organisation, id, grantRole(organisation, { holder: seed.name, seed, now }));
  return id;
}

function grantRole(
  organisation: Organisation,
  wish: {
    readonly holder: string;
    readonly seed: Pick<ClientSeed, 'permissions' | 'divisions'>;
    readonly now: number;
  },
): readonly Grant[] {
  const roleId = organisation.ids.next();
  put(organisation, rolesCollection, {
    id: roleId,
    name: `Role of ${wish.holder}`,
    description: `What ${wish.holder} may do`,
    permissions: [],
    permissionPolicies: policies(wish.seed.permissions ?? ['*']),
    default: false,
    base: false,
  });
  const divisions = wish.seed.divisions ?? '*';
  const ids = divisions === '*' ? ['*'] : divisions.map((division) => divisionId(organisation, division));
  return ids.map((id) => ({ roleId, divisionId: id, grantMadeAt: isoDate(wish.now) }));
}

function policies(permissions: readonly string[]): readonly JsonObject[] {
  const byEntity = new Map<string, string[]>();
  for (const permission of permissions) {
    const { domain, entityName, action } = parsePermission(permission);
    const key = `${domain}:${entityName}`;
    byEntity.set(key, [...(byEntity.get(key) ?? []), action]);
  }
  return [...byEntity].map(([key, actionSet]) => {
    const [domain = '*', entityName = '*'] = key.split(':');
    return { domain, entityName, policyName: '', policyDescription: '', actionSet, allowConditions: false };
  });
}

function divisionId(organisation: Organisation, nameOrId: string): string {
  const divisions = organisation.collection('auth_division');
  const known = divisions.current(nameOrId) ?? divisions.currentNamed(nameOrId)[0];
  if (known) return known.id;
  const id = organisation.ids.next();
  put(organisation, 'auth_division', { id, name: nameOrId, description: '', homeDivision: false });
  return id;
}

function put(organisation: Organisation, collection: string, entity: JsonObject & { readonly id: string }): void {
  const lag = organisation.settings().consistencyLagMs;
  organisation.changeSettings({ consistencyLagMs: 0 });
  organisation.collection(collection).put(entity);
  organisation.changeSettings({ consistencyLagMs: lag });
}
