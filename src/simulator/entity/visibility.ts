import { divisionsFor, divisionsOf, missingPermissions, type PermissionRule } from '../access/permission.ts';
import type { Context } from '../context.ts';
import { refId, type Entity } from '../kernel/values.ts';
import { notFound, PlatformError } from '../wire/platform-error.ts';
import type { EntityType } from './entity-type.ts';
import { liesUnderPath } from './parents.ts';

/** The readable object with the id, if the caller may see it. PlatformError 404 or 403. */
export function readableEntity(context: Context, type: EntityType, id: string): Entity {
  const entity = context.organisation.collection(type.name).shown(id);
  if (!entity || !liesUnderPath(context, type, entity)) throw notFound(type.label, id);
  requireDivision(context, type, entity, type.get?.permissions ?? type.list?.permissions);
  return entity;
}

/** The stored object with the id for a write. PlatformError 404 when it does not exist or was deleted, or 403. */
export function writableEntity(context: Context, type: EntityType, id: string, rule: PermissionRule): Entity {
  const entity = context.organisation.collection(type.name).current(id);
  if (!entity || !liesUnderPath(context, type, entity)) throw notFound(type.label, id);
  requireDivision(context, type, entity, rule);
  return entity;
}

/** The object that the path of a request names: for a GET as it can be read, for a write as it is stored. PlatformError 404 or 403. */
export function namedEntity(context: Context, type: EntityType): Entity {
  const id = context.params[type.idParameter] ?? '';
  if (context.method === 'GET' || context.method === 'HEAD') return readableEntity(context, type, id);
  return writableEntity(context, type, id, type.get?.permissions ?? type.list?.permissions ?? { none: true });
}

/** PlatformError 403 unless the caller holds the permissions in the object's division. */
export function requireDivision(
  context: Context,
  type: EntityType,
  entity: Entity,
  rule: PermissionRule | undefined,
): void {
  const divisionId = type.divided ? refId(entity['division']) : undefined;
  if (divisionId === undefined || divisionId === '*') return;
  const missing = missingIn(context, rule, divisionId);
  if (missing.length === 0) return;
  const message = `Unable to perform the requested action. You are missing the following permission(s) in division ${divisionId}: ${missing.join(', ')}`;
  throw new PlatformError(403, 'missing.division.permission', message, {
    messageParams: { permissions: missing.join(','), divisionId },
  });
}

/** A test for "the caller sees this object in lists"; undefined when the caller sees all of them. */
export function listVisibility(context: Context, type: EntityType): ((entity: Entity) => boolean) | undefined {
  if (!type.divided) return undefined;
  const divisions = visibleDivisions(context, type.list?.permissions);
  if (divisions === '*') return undefined;
  return (entity) => {
    const division = refId(entity['division']);
    return division === undefined || division === '*' || divisions.has(division);
  };
}

function missingIn(context: Context, rule: PermissionRule | undefined, divisionId: string): readonly string[] {
  const { authority } = context.caller;
  if (rule && !('none' in rule)) return missingPermissions(authority, rule, divisionId);
  const divisions = divisionsOf(authority);
  return divisions === '*' || divisions.has(divisionId) ? [] : ['*'];
}

function visibleDivisions(context: Context, rule: PermissionRule | undefined): '*' | ReadonlySet<string> {
  const { authority } = context.caller;
  if (!rule || 'none' in rule) return divisionsOf(authority);
  const [first] = 'all' in rule ? rule.all : rule.any;
  return first === undefined ? divisionsOf(authority) : divisionsFor(authority, first);
}
