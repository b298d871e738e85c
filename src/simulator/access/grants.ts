import { isObject, refId, stringsOf, textOf, type Entity } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { clientsCollection } from './credentials.ts';
import { parsePermission, type Authority, type GrantedPolicy } from './permission.ts';

/** A role held in a division; `*` is every division. */
export type Grant = { readonly roleId: string; readonly divisionId: string; readonly grantMadeAt: string };

/** A grant with the subject that it was made to: a user, a group or an OAuth client. */
export type HeldGrant = { readonly subjectId: string; readonly grant: Grant };

/** Collection of the grants, one entry per subject (client, user or group). */
const grantsShelf = 'simulator.grants';
/** Collection of the roles. */
export const rolesCollection = 'auth_role';

/** The roles that were granted to the subject itself. */
export function grantsOf(organisation: Organisation, subjectId: string): readonly Grant[] {
  const entry = organisation.ledger(grantsShelf).current(subjectId);
  const grants = entry?.['grants'];
  return Array.isArray(grants) ? grants.filter(isGrant) : [];
}

/** How often the grants of the subject were changed, from 1. */
export function grantsVersionOf(organisation: Organisation, subjectId: string): number {
  return Number(organisation.ledger(grantsShelf).current(subjectId)?.['version'] ?? 1);
}

/** Replaces what is granted to the subject; the roles that an OAuth client shows follow. */
export function putGrants(organisation: Organisation, subjectId: string, grants: readonly Grant[]): void {
  const version = grantsVersionOf(organisation, subjectId) + 1;
  organisation.ledger(grantsShelf).put({ id: subjectId, grants, version });
  const clients = organisation.ledger(clientsCollection);
  const client = clients.current(subjectId);
  if (client) clients.put({ ...client, ...shownRoles(grants) });
}

/** Roles as an OAuth client shows them. */
export function shownRoles(grants: readonly Grant[]): {
  readonly roleIds: readonly string[];
  readonly roleDivisions: readonly { readonly roleId: string; readonly divisionId: string }[];
} {
  return {
    roleIds: [...new Set(grants.map((grant) => grant.roleId))],
    roleDivisions: grants.map(({ roleId, divisionId }) => ({ roleId, divisionId })),
  };
}

/** Every grant of the organisation with its subject. */
export function allGrants(organisation: Organisation): readonly HeldGrant[] {
  return organisation
    .ledger(grantsShelf)
    .currentAll()
    .flatMap((entry) => grantsOf(organisation, entry.id).map((grant) => ({ subjectId: entry.id, grant })));
}

type ByRole = { readonly revision: number; readonly held: ReadonlyMap<string, readonly HeldGrant[]> };
const indexes = new WeakMap<Organisation, ByRole>();

/** The grants of one role with their subjects. */
export function grantsOfRole(organisation: Organisation, roleId: string): readonly HeldGrant[] {
  const revision = organisation.ledger(grantsShelf).revision();
  let index = indexes.get(organisation);
  if (index?.revision !== revision) {
    index = { revision, held: Map.groupBy(allGrants(organisation), ({ grant }) => grant.roleId) };
    indexes.set(organisation, index);
  }
  return index.held.get(roleId) ?? [];
}

/** What the subject holds: its own grants first, then those of its groups that have roles enabled. */
export function heldGrants(organisation: Organisation, subjectId: string): readonly HeldGrant[] {
  const groups = organisation.collection('group').currentAll();
  return [subjectId, ...roleGroupsOf(groups, subjectId)].flatMap((holder) =>
    grantsOf(organisation, holder).map((grant) => ({ subjectId: holder, grant })),
  );
}

type Cached = { readonly key: string; readonly authority: Authority };
const cache = new WeakMap<Organisation, Map<string, Cached>>();

/** What the subject may do now, by what it holds. A change of a role, a grant or a group counts from the next request. */
export function authorityOf(organisation: Organisation, subjectId: string): Authority {
  const roles = organisation.collection(rolesCollection);
  const groups = organisation.collection('group');
  const key = `${organisation.ledger(grantsShelf).revision()}/${roles.revision()}/${groups.revision()}`;
  const subjects = cache.get(organisation) ?? new Map<string, Cached>();
  cache.set(organisation, subjects);
  const cached = subjects.get(subjectId);
  if (cached?.key === key) return cached.authority;
  const policies = heldGrants(organisation, subjectId).flatMap(({ grant }) =>
    policiesOf(roles.current(grant.roleId), grant.divisionId),
  );
  const authority = { policies };
  subjects.set(subjectId, { key, authority });
  return authority;
}

/** The policies of a role as they hold in one division. Conditions are not looked at: the policy counts without them. */
export function policiesOf(role: Entity | undefined, divisionId: string): readonly GrantedPolicy[] {
  if (!role) return [];
  const policies = role['permissionPolicies'];
  const general = stringsOf(role['permissions']).map((permission) => {
    const { domain, entityName, action } = parsePermission(permission);
    return { domain, entityName, actions: [action], divisionId };
  });
  if (!Array.isArray(policies)) return general;
  const own = policies.filter(isObject).map((policy) => ({
    domain: textOf(policy, 'domain'),
    entityName: textOf(policy, 'entityName'),
    actions: stringsOf(policy['actionSet']),
    divisionId,
  }));
  return [...own, ...general];
}

/** The groups that give their roles to the subject. */
function roleGroupsOf(groups: readonly Entity[], subjectId: string): readonly string[] {
  return groups
    .filter((group) => group['rolesEnabled'] === true && group['state'] !== 'deleted')
    .filter(
      (group) => Array.isArray(group['members']) && group['members'].some((member) => refId(member) === subjectId),
    )
    .map((group) => group.id);
}

function isGrant(value: unknown): value is Grant {
  return isObject(value) && typeof value['roleId'] === 'string' && typeof value['divisionId'] === 'string';
}
