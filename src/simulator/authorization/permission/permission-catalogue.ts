import { parsePermission } from '../../access/permission.ts';
import type { Context } from '../../context.ts';
import { pageOf } from '../../entity/listing.ts';
import type { Feature, Route } from '../../feature.ts';
import type { JsonObject } from '../../kernel/values.ts';
import { queryList } from '../../wire/query.ts';

/**
 * The catalogue of permissions: all that operations of these features ask for, by domain. `queryType=domain` picks
 * domains, `queryType=permission` picks permissions.
 */
export function permissionCatalogue(features: readonly Feature[]): Route {
  const known = [...new Set(features.flatMap(permissionsOf).filter((permission) => permission.includes(':')))];
  const permissions = known.toSorted();
  return {
    method: 'GET',
    path: '/api/v2/authorization/permissions',
    permissions: { none: true },
    handle: (context) => ({
      status: 200,
      body: pageOf(context, collections(wanted(context, permissions)), { maxPageSize: 500, present: (item) => item }),
    }),
  };
}

function wanted(context: Context, permissions: readonly string[]): readonly string[] {
  const asked = queryList(context.query, 'query');
  switch (context.query.get('queryType')) {
    case 'domain':
      return permissions.filter((permission) => asked.includes(parsePermission(permission).domain));
    case 'permission':
      return permissions.filter((permission) => asked.includes(permission));
    default:
      return permissions;
  }
}

function collections(permissions: readonly string[]): readonly JsonObject[] {
  const byDomain = Map.groupBy(permissions, (permission) => parsePermission(permission).domain);
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
