import type { PermissionRule } from '../access/permission.ts';
import type { Route } from '../feature.ts';
import { operationNamed, permissionsFor } from '../model/description.ts';

/** The route of an operation of the public API: method and path as described, and the permissions unless given. */
export function describedRoute(id: string, handle: Route['handle'], permissions?: PermissionRule): Route {
  const { method, path } = operationNamed(id);
  return { method, path, permissions: permissions ?? permissionsFor(id), handle };
}
