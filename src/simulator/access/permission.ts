/** Which permissions a route asks for: one of a list, all of a list, or none. */
export type PermissionRule =
  | { readonly any: readonly string[] }
  | { readonly all: readonly string[] }
  | { readonly none: true };

/** One granted policy: actions on entities of a domain, in one division or, with `*`, in all. */
export type GrantedPolicy = {
  readonly domain: string;
  readonly entityName: string;
  readonly actions: readonly string[];
  readonly divisionId: string;
};

/** What a caller may do. */
export type Authority = { readonly policies: readonly GrantedPolicy[] };

/** The divisions in which the permission holds: `*` for all, otherwise a set that may be empty. */
export function divisionsFor(authority: Authority, permission: string): '*' | ReadonlySet<string> {
  const divisions = new Set<string>();
  for (const policy of authority.policies) {
    if (covers(policy, permission)) divisions.add(policy.divisionId);
  }
  return divisions.has('*') ? '*' : divisions;
}

/** Every division in which the caller may do anything at all. */
export function divisionsOf(authority: Authority): '*' | ReadonlySet<string> {
  const divisions = new Set(authority.policies.map((policy) => policy.divisionId));
  return divisions.has('*') ? '*' : divisions;
}

/** Whether the permission holds in the division; without a division, anywhere. */
export function isAllowed(authority: Authority, permission: string, divisionId?: string): boolean {
  const divisions = divisionsFor(authority, permission);
  if (divisions === '*') return true;
  return divisionId === undefined ? divisions.size > 0 : divisions.has(divisionId);
}

/** The permissions of the rule that are missing; empty when the rule is met. */
export function missingPermissions(authority: Authority, rule: PermissionRule, divisionId?: string): readonly string[] {
  if ('none' in rule) return [];
  const wanted = 'all' in rule ? rule.all : rule.any;
  const missing = wanted.filter((permission) => !isAllowed(authority, permission, divisionId));
  return 'any' in rule && missing.length < wanted.length ? [] : missing;
}

/** Splits `domain:entity:action`; a bare `*` is everything and a missing part is `*`. */
export function parsePermission(permission: string): { domain: string; entityName: string; action: string } {
  const [domain = '*', entityName = '*', action = '*'] = permission.split(':');
  return { domain, entityName, action };
}

function covers(policy: GrantedPolicy, permission: string): boolean {
  const wanted = parsePermission(permission);
  return (
    matches(policy.domain, wanted.domain) &&
    matches(policy.entityName, wanted.entityName) &&
    policy.actions.some((action) => matches(action, wanted.action))
  );
}

function matches(granted: string, wanted: string): boolean {
  return granted === '*' || granted === wanted;
}
