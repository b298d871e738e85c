import { missingPermissions, type PermissionRule } from '../access/permission.ts';
import type { Context } from '../context.ts';
import { isObject, layered, refId, textOf, withoutNulls, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody, writableNames } from '../model/model-check.ts';
import { badRequest, PlatformError } from '../wire/platform-error.ts';
import { queryFlag } from '../wire/query.ts';
import { auditOf, recordAudit } from './audit.ts';
import type { EntityType } from './entity-type.ts';
import { parentsNamed } from './parents.ts';
import { checkReferences, checkUnreferenced } from './references.ts';
import { checkVersion, stampsFor } from './stamps.ts';
import { requireDivision, writableEntity } from './visibility.ts';

/** Creates an object from a request body with every check of the platform; returns what was stored. */
export function createEntity(context: Context, type: EntityType, body: unknown): Entity {
  const operation = type.create;
  if (!operation) throw new PlatformError(405, 'not.supported', `${type.label} cannot be created`);
  const checked = checkBody(body, operation.model);
  const accepted = type.hooks?.accept?.(context, checked, undefined) ?? checked;
  const filled = layered(type.defaults?.(context.organisation) ?? {}, accepted);
  const entity: Entity = {
    ...withDivision(context, type, filled, undefined),
    ...stampsFor(context, type, undefined),
    ...parentsNamed(context, type),
    id: newId(context, type, filled),
  };
  refuseForeignDivision(context, type, entity, operation.permissions);
  return storeEntity(context, type, { entity, before: undefined });
}

/** A partial change clears what it names as null; `queueId` stands for `queue` where the object has that. */
export function clearedBy(body: unknown, model: string, before: Entity): JsonObject {
  const given = isObject(body) ? body : {};
  const cleared = writableNames(model).filter((name) => given[name] === null);
  return Object.fromEntries(cleared.map((name) => [name in before ? name : name.replace(/Id$/u, ''), null] as const));
}

function newId(context: Context, type: EntityType, filled: JsonObject): string {
  if (!type.givenId) return context.organisation.ids.next();
  const id = type.givenId.of(filled);
  const holder = context.organisation.collection(type.name).current(id);
  if (holder && holder['state'] !== 'deleted') throw type.givenId.taken(id);
  return id;
}

/** Changes an object as its PUT or PATCH does; returns what was stored. */
export function updateEntity(context: Context, type: EntityType, id: string, body: unknown): Entity {
  const operation = type.update;
  if (!operation) throw new PlatformError(405, 'not.supported', `${type.label} cannot be changed`);
  const before = writableEntity(context, type, id, operation.permissions);
  const checked = checkBody(body, operation.model);
  if (before['state'] === 'deleted' && checked['state'] !== 'active') throw deletedObject(type, id);
  checkVersion(type, checked, before);
  const accepted = type.hooks?.accept?.(context, checked, before) ?? checked;
  const partial = operation.method === 'PATCH' || operation.partial === true;
  const merged = partial
    ? { ...before, ...accepted, ...clearedBy(body, operation.model, before) }
    : layered(keptByReplacement(context, type, before, operation.model), accepted);
  const entity: Entity = {
    ...withDivision(context, type, merged, before),
    ...stampsFor(context, type, before),
    ...(accepted['state'] === undefined || !partial ? {} : { state: accepted['state'] }),
    id,
  };
  refuseForeignDivision(context, type, entity, operation.permissions);
  return storeEntity(context, type, { entity, before });
}

/** Deletes an object, softly where the type does so; returns what it was, with the state it has now. */
export function deleteEntity(context: Context, type: EntityType, id: string): Entity {
  const before = writableEntity(context, type, id, type.delete?.permissions ?? { none: true });
  if (before['state'] === 'deleted') throw deletedObject(type, id);
  type.hooks?.checkDelete?.(context, before);
  const force = type.delete?.forceFlag;
  if (force === undefined || !queryFlag(context.query, force)) checkUnreferenced(context, type, before);
  const objects = context.organisation.collection(type.name);
  const deleted = { ...before, ...stampsFor(context, type, before), id, state: 'deleted' };
  if (type.softDelete) objects.put(deleted);
  else objects.remove(id);
  recordAudit(context, auditOf(type.audit, before, undefined));
  type.hooks?.stored?.(context, undefined, before);
  return type.softDelete ? deleted : before;
}

/** Checks and stores an object that was put together by hand-written behaviour, with audit and hooks. */
export function storeEntity(
  context: Context,
  type: EntityType,
  change: { readonly entity: Entity; readonly before: Entity | undefined },
): Entity {
  const entity = { ...withoutNulls(change.entity), id: change.entity.id };
  checkName(context, type, entity, change.before);
  checkReferences(context, type, entity, change.before);
  type.hooks?.check?.(context, entity, change.before);
  context.organisation.collection(type.name).put(entity);
  recordAudit(context, auditOf(type.audit, change.before, entity));
  type.hooks?.stored?.(context, entity, change.before);
  return entity;
}

function keptByReplacement(context: Context, type: EntityType, before: Entity, model: string): JsonObject {
  const replaced = new Set(writableNames(model));
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !replaced.has(name)));
  return { ...type.defaults?.(context.organisation), ...kept };
}

function withDivision(context: Context, type: EntityType, entity: JsonObject, before: Entity | undefined): JsonObject {
  if (!type.divided) return entity;
  const id = refId(entity['division']) || refId(before?.['division']) || context.organisation.homeDivisionId;
  return { ...entity, division: { id } };
}

function refuseForeignDivision(context: Context, type: EntityType, entity: Entity, rule: PermissionRule): void {
  if (context.caller.kind !== 'system' && missingPermissions(context.caller.authority, rule).length === 0) {
    requireDivision(context, type, entity, rule);
  }
}

function checkName(context: Context, type: EntityType, entity: Entity, before: Entity | undefined): void {
  const name = textOf(entity, 'name');
  if ('name' in entity && name.trim() === '') {
    const details = [{ errorCode: 'invalid.value', fieldName: 'name' }];
    throw badRequest('The name must not be blank.', 'invalid.value', { details });
  }
  const rule = type.uniqueName;
  if (!rule || name === '' || name.toLowerCase() === textOf(before ?? {}, 'name').toLowerCase()) return;
  const twins = context.organisation.collection(type.name).currentNamed(name);
  const twin = twins.find(
    (other) => other.id !== entity.id && other['state'] !== 'deleted' && (rule.within?.(other) ?? true),
  );
  if (!twin) return;
  const details = [{ errorCode: rule.code, fieldName: 'name', entityId: twin.id, entityName: name }];
  throw new PlatformError(rule.status, rule.code, `A ${type.label} with the name "${name}" already exists.`, {
    details,
  });
}

function deletedObject(type: EntityType, id: string): PlatformError {
  return new PlatformError(404, 'not.found', `The ${type.label} with id ${id} was deleted`, { entityId: id });
}
