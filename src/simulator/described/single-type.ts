import type { Context } from '../context.ts';
import type { Route } from '../feature.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import { operationNamed, permissionsFor, typeNamed, type DescribedType } from '../model/description.ts';
import { checkBody } from '../model/model-check.ts';
import { keepKnown, prunedTo } from '../model/model-form.ts';
import type { Organisation } from '../state/organisation.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import { checkVersion, stampsFor } from '../entity/stamps.ts';
import type { EntityType } from '../entity/entity-type.ts';

/** A configuration type of which an organisation has exactly one object, such as its outbound settings. */
export type SingleType = {
  /** Name of the described type, or any other one where `operations` are given. */
  readonly name: string;
  readonly operations?: { readonly get: string; readonly update: string; readonly delete?: string };
  /** How audits name it; without an `entityId` it goes by the organisation's id. */
  readonly audit: EntityType['audit'] & { readonly entityId?: string };
  /** What a new organisation has. */
  readonly defaults: (organisation: Organisation) => JsonObject;
  /** Turns a checked body into properties of the object; `before` is what it replaces. */
  readonly accept?: (context: Context, body: JsonObject, before: Entity) => JsonObject;
  /** Stored properties that answers never show, such as certificates' keys. */
  readonly hidden?: readonly string[];
  readonly version?: NonNullable<EntityType['version']>;
  /** Word for error messages, of types that a new organisation has none of: GET and DELETE are 404 until it is set. */
  readonly optional?: string;
  /** Adds computed properties to answers. */
  readonly present?: (organisation: Organisation, entity: JsonObject) => JsonObject;
};

/** GET, PUT or PATCH, and DELETE (back to what a new organisation has) of the one object. */
export function singleRoutes(type: SingleType): readonly Route[] {
  const { get, update, delete: removal } = operationsOf(type);
  const handlers = [
    [get, (context: Context) => shown(context, type)],
    [update, (context: Context) => changed(context, type)],
    [removal, (context: Context) => reset(context, type)],
  ] as const;
  return handlers.flatMap(([id, handle]) => {
    if (id === undefined) return [];
    const { method, path } = operationNamed(id);
    return [{ method, path, permissions: permissionsFor(id), handle }];
  });
}

const onlyId = 'organisation';

function operationsOf({ name, operations }: SingleType): Pick<DescribedType, 'get' | 'update' | 'delete'> {
  return operations ?? typeNamed(name);
}

function stored(context: Context, type: SingleType): Entity {
  const given = context.organisation.collection(type.name).current(onlyId);
  return given ?? { ...type.defaults(context.organisation), id: onlyId };
}

function shown(context: Context, type: SingleType): Reply {
  requireSet(type, context.organisation.collection(type.name).shown(onlyId));
  const readable = context.organisation.collection(type.name).shown(onlyId);
  const { answer } = operationNamed(operationsOf(type).get ?? '');
  return { status: 200, body: keepKnown(visible(context, type, readable ?? stored(context, type)), answer) };
}

function changed(context: Context, type: SingleType): Reply {
  const { method, body: model = 'object' } = operationNamed(operationsOf(type).update ?? '');
  const checked = prunedTo(checkBody(context.body, model), model) as JsonObject;
  const before = stored(context, type);
  checkVersion(type, checked, before);
  const accepted = type.accept?.(context, checked, before) ?? checked;
  const under = method === 'PATCH' ? before : type.defaults(context.organisation);
  const entity: Entity = { ...under, ...accepted, ...stampsFor(context, type, before), id: onlyId };
  context.organisation.collection(type.name).put(entity);
  record(context, type, before, entity);
  const { answer } = operationNamed(operationsOf(type).update ?? '');
  if (answer === undefined) return { status: 204 };
  return { status: 200, body: keepKnown(visible(context, type, entity), answer) };
}

function visible(context: Context, type: SingleType, { id: _id, ...entity }: Entity): JsonObject {
  const whole = { ...entity, ...type.present?.(context.organisation, entity) };
  return Object.fromEntries(Object.entries(whole).filter(([name]) => type.hidden?.includes(name) !== true));
}

function reset(context: Context, type: SingleType): Reply {
  requireSet(type, context.organisation.collection(type.name).current(onlyId));
  const before = stored(context, type);
  context.organisation.collection(type.name).remove(onlyId);
  record(context, type, before, undefined);
  return { status: 204 };
}

function requireSet({ name, optional }: SingleType, found: Entity | undefined): void {
  if (optional !== undefined && !found) throw notFound(optional, name);
}

function record(context: Context, { audit }: SingleType, before: Entity, after: Entity | undefined): void {
  const { entityId = context.organisation.id, ...kind } = audit;
  const wish = auditOf(kind, before, after);
  recordAudit(context, { ...wish, entity: { ...wish.entity, id: entityId } });
}
