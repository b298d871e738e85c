import { authorityOf } from '../access/grants.ts';
import { divisionsFor, parsePermission } from '../access/permission.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../entity/listing.ts';
import { shownTo } from '../entity/routes.ts';
import type { Feature, Route } from '../feature.ts';
import { textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest } from '../wire/platform-error.ts';
import { divisionType } from './division.ts';

const path = '/api/v2/authorization/divisionspermitted';

/** In which divisions a permission holds, and which products the organisation has. */
export const permittedRoutes: readonly Route[] = [
  { method: 'GET', path: `${path}/me`, permissions: { none: true }, handle: permittedToMe },
  {
    method: 'GET',
    path: `${path}/paged/me`,
    permissions: { none: true },
    handle: (context) => permittedPage(context, context.caller.subjectId),
  },
  {
    method: 'GET',
    path: `${path}/paged/{subjectId}`,
    permissions: { any: ['authorization:grant:view'] },
    handle: (context) => permittedPage(context, context.params['subjectId'] ?? ''),
  },
  { method: 'GET', path: '/api/v2/authorization/products', permissions: { none: true }, handle: products },
];

/** The catalogue of permissions: all that operations of these features ask for; `queryType=domain` picks one domain. */
export function permissionCatalogue(features: readonly Feature[]): Route {
  return {
    method: 'GET',
    path: '/api/v2/authorization/permissions',
    permissions: { none: true },
    handle: (context) => ({
      status: 200,
      body: pageOf(context, wanted(context, collections(features)), { maxPageSize: 500, present: (item) => item }),
    }),
  };
}

function permittedToMe(context: Context): Reply {
  const name = context.query.get('name')?.toLowerCase();
  const { divisions } = permitted(context, context.caller.subjectId);
  const chosen = divisions.filter((division) => !name || textOf(division, 'name').toLowerCase().includes(name));
  return { status: 200, body: chosen.map((division) => shownTo(context, divisionType, division)) };
}

function permittedPage(context: Context, subjectId: string): Reply {
  const { divisions, all } = permitted(context, subjectId);
  const present = (division: Entity): unknown => shownTo(context, divisionType, division);
  return { status: 200, body: { ...pageOf(context, divisions, { maxPageSize: 500, present }), allDivsPermitted: all } };
}

function permitted(
  context: Context,
  subjectId: string,
): { readonly divisions: readonly Entity[]; readonly all: boolean } {
  const permission = context.query.get('permission');
  if (!permission) throw badRequest('The request is missing a required value: permission.', 'missing.required.value');
  const granted = divisionsFor(authorityOf(context.organisation, subjectId), permission);
  const divisions = context.organisation
    .collection(divisionType.name)
    .shownAll()
    .filter((division) => division['state'] !== 'deleted');
  if (granted === '*') return { divisions, all: true };
  return { divisions: divisions.filter((division) => granted.has(division.id)), all: false };
}

function products(): Reply {
  const entities = ['acd', 'architect', 'collaborateThree', 'communicateThree', 'engageThree'].map((id) => ({ id }));
  return {
    status: 200,
    body: { entities, pageSize: entities.length, pageNumber: 1, total: entities.length, pageCount: 1 },
  };
}

function wanted(context: Context, all: readonly JsonObject[]): readonly JsonObject[] {
  const query = context.query.get('query');
  return context.query.get('queryType') === 'domain' ? all.filter(({ domain }) => domain === query) : all;
}

function collections(features: readonly Feature[]): readonly JsonObject[] {
  const permissions = new Set(features.flatMap(permissionsOf).filter((permission) => permission.includes(':')));
  const byDomain = Map.groupBy([...permissions].toSorted(), (permission) => parsePermission(permission).domain);
  return [...byDomain].map(([domain, names]) => ({
    id: domain,
    name: domain,
    domain,
    permissionMap: Object.fromEntries(
      [...Map.groupBy(names, (permission) => parsePermission(permission).entityName)].map(([entityType, members]) => [
        entityType,
        members.map((permission) => ({
          domain,
          entityType,
          action: parsePermission(permission).action,
          label: permission,
          allowsConditions: false,
          divisionAware: true,
        })),
      ]),
    ),
  }));
}

function permissionsOf(feature: Feature): readonly string[] {
  const types = (feature.types ?? []).flatMap((type) => [type.list, type.get, type.create, type.update, type.delete]);
  const rules = [...types, ...(feature.routes ?? [])].flatMap((operation) => operation?.permissions ?? []);
  return rules.flatMap((rule) => ('none' in rule ? [] : 'all' in rule ? rule.all : rule.any));
}
