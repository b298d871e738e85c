import type { Context } from '../context.ts';
import { changeParentsAt, stringsAt } from '../kernel/paths.ts';
import { textOf, type Entity } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { badRequest, PlatformError } from '../wire/platform-error.ts';
import type { World } from '../world.ts';
import type { EntityReference, EntityType } from './entity-type.ts';

/**
 * Refuses an object with a reference to something that does not exist (PlatformError 400 or 404). Properties that a
 * change took over from `before` as they were are not looked at: what they refer to may be gone by now.
 */
export function checkReferences(context: Context, type: EntityType, entity: Entity, before?: Entity): void {
  for (const reference of type.references ?? []) {
    if (reference.whenUnknown === 'ignore' || isTakenOver(reference, entity, before)) continue;
    const target = context.world.types.get(reference.type);
    if (!target) continue;
    const objects = context.organisation.collection(reference.type);
    for (const id of idsAt(entity, reference)) {
      if (id === '*' || isAlive(objects.current(id))) continue;
      throw unknownReference(reference, target, id);
    }
  }
}

/** Refuses the deletion of an object that others refer to, where the platform does (PlatformError 400 or 409). */
export function checkUnreferenced(context: Context, type: EntityType, entity: Entity): void {
  for (const use of usesOf(context.world, context.organisation, type.name, entity.id)) {
    const status = use.reference.blocksDelete;
    if (status === undefined) continue;
    const user = `${use.type.label} "${textOf(use.entity, 'name')}" (${use.entity.id})`;
    const message = `The ${type.label} with id ${entity.id} cannot be deleted because it is in use by ${user}.`;
    const detail = { errorCode: 'in.use', entityId: use.entity.id, entityName: textOf(use.entity, 'name') };
    throw new PlatformError(status, status === 409 ? 'general.conflict' : 'object.in.use', message, {
      details: [detail],
    });
  }
}

/** One object that refers to another. */
export type Use = { readonly type: EntityType; readonly reference: EntityReference; readonly entity: Entity };

/** Every stored, undeleted object that refers to the object. */
export function usesOf(world: World, organisation: Organisation, typeName: string, id: string): readonly Use[] {
  const uses: Use[] = [];
  for (const type of world.types.values()) {
    for (const reference of type.references ?? []) {
      if (reference.type !== typeName) continue;
      for (const entity of organisation.collection(type.name).currentAll()) {
        if (isAlive(entity) && idsAt(entity, reference).includes(id)) uses.push({ type, reference, entity });
      }
    }
  }
  return uses;
}

/** The ids that an object holds at the reference's place, where its condition is met. */
export function idsAt(entity: Entity, { path, when }: EntityReference): readonly string[] {
  if (when === undefined) return stringsAt(entity, path);
  const last = path.slice(path.lastIndexOf('.') + 1);
  const ids: string[] = [];
  changeParentsAt(entity, path.replace(/(?:\[\])+$/u, ''), (parent) => {
    if (when.values.includes(textOf(parent, when.field))) ids.push(...stringsAt(parent, last));
    return parent;
  });
  return ids;
}

function isTakenOver({ path }: EntityReference, entity: Entity, before: Entity | undefined): boolean {
  const property = /^[^.[]*/u.exec(path)?.[0] ?? path;
  return before !== undefined && entity[property] === before[property];
}

function isAlive(entity: Entity | undefined): boolean {
  return entity !== undefined && entity['state'] !== 'deleted';
}

function unknownReference(reference: EntityReference, target: EntityType, id: string): PlatformError {
  const message = `Unable to find ${target.label} with id ${id}, referred to by ${reference.path}`;
  const details = [
    { errorCode: 'invalid.reference', fieldName: reference.path, entityId: id, entityName: target.label },
  ];
  if (reference.whenUnknown === 404) return new PlatformError(404, 'not.found', message, { details });
  return badRequest(message, 'invalid.reference', { details });
}
