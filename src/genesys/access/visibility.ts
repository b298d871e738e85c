import { isJsonArray, isJsonObject, valueAt, type Json, type JsonObject } from '../../core/index.ts';
import type { ResourceDescriptor } from '../../core/resource/index.ts';
import type { GenesysClient } from '../client/client.ts';
import { failureOf } from '../errors.ts';

/** Permissions as they were granted to the caller: `*` in any place covers everything. */
export interface GrantedPolicy {
  readonly domain: string;
  readonly entityName: string;
  readonly actions: readonly string[];
  /** Division id, or `*` for all divisions. */
  readonly divisionId: string;
}

/** Whether a successful listing of a type shows every object. */
export type Completeness = { readonly complete: true } | { readonly complete: false; readonly because: string };

/** What the caller may see. Asked of the platform once. */
export interface Visibility {
  /** The caller's grants; undefined when the platform does not let the caller see them. */
  readonly grants: () => Promise<readonly GrantedPolicy[] | undefined>;
  /** Whether the permission holds in all divisions, in some (their ids), or nowhere; undefined when it can not be found out. */
  readonly reachOf: (permission: string) => Promise<Reach | undefined>;
  /** Those of the permissions that hold nowhere, as far as that can be found out. */
  readonly lackingOf: (permissions: readonly string[]) => Promise<readonly string[]>;
  readonly completenessOf: (descriptor: ResourceDescriptor) => Promise<Completeness>;
}

/** Where a permission holds. */
export type Reach = { readonly kind: 'everywhere' } | { readonly kind: 'divisions'; readonly ids: readonly string[] };

/** The visibility of a client's caller. */
export function createVisibility(client: GenesysClient): Visibility {
  let pending: Promise<readonly GrantedPolicy[] | undefined> | undefined;
  const reaches = new Map<string, Promise<Reach | undefined>>();
  const grants = (): Promise<readonly GrantedPolicy[] | undefined> => (pending ??= readGrants(client));
  const reachOf = (permission: string): Promise<Reach | undefined> => {
    const known = reaches.get(permission) ?? findReach(client, grants, permission);
    reaches.set(permission, known);
    return known;
  };
  return {
    grants,
    reachOf,
    lackingOf: (permissions) => lackingAmong(permissions, reachOf),
    completenessOf: (descriptor) => judge(descriptor, reachOf),
  };
}

async function lackingAmong(
  permissions: readonly string[],
  reachOf: Visibility['reachOf'],
): Promise<readonly string[]> {
  const lacking: string[] = [];
  for (const permission of permissions) {
    const reach = await reachOf(permission);
    if (reach?.kind === 'divisions' && reach.ids.length === 0) lacking.push(permission);
  }
  return lacking;
}

async function judge(descriptor: ResourceDescriptor, reachOf: Visibility['reachOf']): Promise<Completeness> {
  for (const permission of descriptor.permissions.view) {
    const reach = await reachOf(permission);
    if (reach === undefined)
      return { complete: false, because: `it can not be found out in which divisions ${permission} holds` };
    if (reach.kind === 'everywhere') continue;
    if (reach.ids.length === 0) return { complete: false, because: `the permission ${permission} is missing` };
    return { complete: false, because: `${permission} holds in ${reach.ids.length} division(s) only` };
  }
  return { complete: true };
}

async function findReach(
  client: GenesysClient,
  grants: Visibility['grants'],
  permission: string,
): Promise<Reach | undefined> {
  const granted = await grants();
  return granted === undefined ? askReach(client, permission) : reachIn(granted, permission);
}

function reachIn(grants: readonly GrantedPolicy[], permission: string): Reach {
  const [domain = '', entityName = '', action = ''] = permission.split(':');
  const covering = grants.filter(
    (grant) =>
      isCovered(grant.domain, domain) &&
      isCovered(grant.entityName, entityName) &&
      grant.actions.some((granted) => isCovered(granted, action)),
  );
  const ids = [...new Set(covering.map((grant) => grant.divisionId))];
  return ids.includes('*') ? { kind: 'everywhere' } : { kind: 'divisions', ids };
}

function isCovered(granted: string, wanted: string): boolean {
  return granted === '*' || granted.toLowerCase() === wanted.toLowerCase();
}

/** `GET /api/v2/authorization/subjects/me`: grants with their roles' policies. */
async function readGrants(client: GenesysClient): Promise<readonly GrantedPolicy[] | undefined> {
  const body = await readUnlessRefused(client, '/api/v2/authorization/subjects/me');
  const grants = valueAt(body, ['grants']);
  return isJsonArray(grants) ? grants.filter(isJsonObject).flatMap(policiesOfGrant) : undefined;
}

/** `GET /api/v2/authorization/divisionspermitted/paged/me`, for callers that may not see their grants. */
async function askReach(client: GenesysClient, permission: string): Promise<Reach | undefined> {
  const body = await readUnlessRefused(client, '/api/v2/authorization/divisionspermitted/paged/me', {
    permission,
    pageSize: '100',
  });
  if (body === undefined) return undefined;
  if (valueAt(body, ['allDivsPermitted']) === true) return { kind: 'everywhere' };
  const divisions = valueAt(body, ['entities']);
  const ids = isJsonArray(divisions)
    ? divisions.filter(isJsonObject).flatMap((division) => textAt(division, ['id']) ?? [])
    : [];
  return { kind: 'divisions', ids };
}

async function readUnlessRefused(
  client: GenesysClient,
  path: string,
  query?: Readonly<Record<string, string>>,
): Promise<Json | undefined> {
  try {
    return (await client.call({ method: 'GET', path, query, repeatable: true })).body;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === 'forbidden' || failure === 'gone' || failure === 'rejected') return undefined;
    throw error;
  }
}

function policiesOfGrant(grant: JsonObject): readonly GrantedPolicy[] {
  const policies = valueAt(grant, ['role', 'policies']);
  const divisionId = textAt(grant, ['division', 'id']) ?? '';
  if (!isJsonArray(policies)) return [];
  return policies.filter(isJsonObject).map((policy) => ({
    domain: textAt(policy, ['domain']) ?? '',
    entityName: textAt(policy, ['entityName']) ?? '',
    actions: textsAt(policy, 'actions'),
    divisionId,
  }));
}

function textAt(value: Json, path: readonly string[]): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : undefined;
}

function textsAt(value: JsonObject, name: string): readonly string[] {
  const found = value[name];
  return isJsonArray(found) ? found.filter((item) => typeof item === 'string') : [];
}
