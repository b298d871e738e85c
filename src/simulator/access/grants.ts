import { isObject, refId, stringsOf, textOf, type Entity } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import type { Authority, GrantedPolicy } from './permission.ts';

/** A role held in a division; `*` is every division. */
export type Grant = { readonly roleId: string; readonly divisionId: string; readonly grantMadeAt: string };

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

/** Replaces what is granted to the subject. */
export function putGrants(organisation: Organisation, subjectId: string, grants: readonly Grant[]): void {
  organisation.ledger(grantsShelf).put({ id: subjectId, grants });
}

/** Every grant of the organisation with its subject. */
export function allGrants(organisation: Organisation): readonly { subjectId: string; grant: Grant }[] {
  return organisation
    .ledger(grantsShelf)
    .currentAll()
    .flatMap((entry) => grantsOf(organisation, entry.id).map((grant) => ({ subjectId: entry.id, grant })));
}

type Cached = { readonly key: string; readonly authority: Authority };
const cache = new WeakMap<Organisation, Map<string, Cached>>();

/** What the subject may do now: its own grants and those of its groups that have roles enabled. */
export function authorityOf(organisation: Organisation, subjectId: string): Authority {
  const groups = organisation.collection('group');
  const roles = organisation.collection(rolesCollection);
  const key = `${organisation.ledger(grantsShelf).revision()}/${roles.revision()}/${groups.revision()}`;
  const subjects = cache.get(organisation) ?? new Map<string, Cached>();
  cache.set(organisation, subjects);
  const cached = subjects.get(subjectId);
  if (cached?.key === key) return cached.authority;
  const holders = [subjectId, ...roleGroupsOf(groups.currentAll(), subjectId)];
  const policies = holders
    .flatMap((holder) => grantsOf(organisation, holder))
    .flatMap((grant) => policiesOf(roles.current(grant.roleId), grant.divisionId));
  const authority = { policies };
  subjects.set(subjectId, { key, authority });
  return authority;
}

/** The policies of a role as they hold in one division. */
export function policiesOf(role: Entity | undefined, divisionId: string): readonly GrantedPolicy[] {
  const policies = role?.['permissionPolicies'];
  if (!Array.isArray(policies)) return [];
  return policies.filter(isObject).map((policy) => ({
    domain: textOf(policy, 'domain'),
    entityName: textOf(policy, 'entityName'),
    actions: stringsOf(policy['actionSet']),
    divisionId,
  }));
}

function roleGroupsOf(groups: readonly Entity[], subjectId: string): readonly string[] {
  return groups
    .filter((group) => group['rolesEnabled'] === true)
    .filter(
      (group) => Array.isArray(group['members']) && group['members'].some((member) => refId(member) === subjectId),
    )
    .map((group) => group.id);
}

function isGrant(value: unknown): value is Grant {
  return isObject(value) && typeof value['roleId'] === 'string' && typeof value['divisionId'] === 'string';
}
