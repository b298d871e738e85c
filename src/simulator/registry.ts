import { permissionCatalogue } from './authorization/permission/permission-catalogue.ts';
import type { EntityType } from './entity/entity-type.ts';
import { routesOfType } from './entity/routes.ts';
import type { Route } from './feature.ts';
import { features } from './features.ts';

/** Every entity type by its name; two of the same name are an invariant error. */
export function entityTypes(): ReadonlyMap<string, EntityType> {
  const types = new Map<string, EntityType>();
  for (const type of features.flatMap((feature) => feature.types ?? [])) {
    if (types.has(type.name)) throw new Error(`two entity types are named ${type.name}`);
    types.set(type.name, type);
  }
  return types;
}

/** The operations that the entity types declare as data, and the catalogue of permissions. */
export function entityRoutes(): readonly Route[] {
  return [...[...entityTypes().values()].flatMap(routesOfType), permissionCatalogue(features)];
}
