import type { Context } from '../context.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import { notFound } from '../wire/platform-error.ts';
import type { EntityType } from './entity-type.ts';

/** The stored properties that say what an object made by this request lies under. PlatformError 404 for an unknown one. */
export function parentsNamed(context: Context, type: EntityType): JsonObject {
  requireParents(context, type);
  return Object.fromEntries(
    (type.parents ?? []).map(({ parameter }) => [`$${parameter}`, context.params[parameter] ?? '']),
  );
}

/** PlatformError 404 when something in the path that the objects lie under does not exist. */
export function requireParents(context: Context, type: EntityType): void {
  for (const { parameter, type: parentType } of type.parents ?? []) {
    const id = context.params[parameter];
    const known = context.world.types.get(parentType);
    if (id === undefined || !known) continue;
    const parent = context.organisation.collection(parentType).current(id);
    if (!parent || parent['state'] === 'deleted') throw notFound(known.label, id);
  }
}

/** Whether the object lies under what the path of the request names. */
export function liesUnderPath(context: Context, type: EntityType, entity: Entity): boolean {
  return (type.parents ?? []).every(({ parameter }) => {
    const wanted = context.params[parameter];
    return wanted === undefined || entity[`$${parameter}`] === wanted;
  });
}
