import type { Context } from '../../context.ts';
import { auditOf, recordAudit } from '../../entity/audit.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { requireDivision } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { refId, stringsOf, type Entity } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, notFound } from '../../wire/platform-error.ts';
import { divisionType } from './division-type.ts';
import { movableTypes } from './movable-types.ts';

/** Moving objects to another division; the caller needs the type's edit permission in both. */
export const moveRoute: Route = {
  method: 'POST',
  path: `${divisionType.path}/{divisionId}/objects/{objectType}`,
  permissions: { none: true },
  handle: moveObjects,
};

/** Gives an object to a division, with an audit record. */
function moveObject(context: Context, type: EntityType, before: Entity, divisionId: string): void {
  const after = { ...before, division: { id: divisionId } };
  context.organisation.collection(type.name).put(after);
  recordAudit(context, auditOf(type.audit, before, after));
}

function moveObjects(context: Context): Reply {
  const type = typeNamed(context, context.params['objectType'] ?? '');
  const divisionId = context.params['divisionId'] ?? '';
  const division = context.organisation.collection(divisionType.name).current(divisionId);
  if (!division || division['state'] === 'deleted') throw notFound('division', divisionId);
  const objects = stringsOf(context.body).map((id) => {
    const found = context.organisation.collection(type.name).current(id);
    if (!found || found['state'] === 'deleted') throw notFound(type.label, id);
    return found;
  });
  const rule = type.update?.permissions ?? type.delete?.permissions;
  for (const found of objects) {
    requireDivision(context, type, found, rule);
    requireDivision(context, type, { ...found, division: { id: divisionId } }, rule);
  }
  for (const found of objects) {
    if (refId(found['division']) !== divisionId) moveObject(context, type, found, divisionId);
  }
  return { status: 204 };
}

function typeNamed(context: Context, word: string): EntityType {
  const type = Object.hasOwn(movableTypes, word) ? context.world.types.get(movableTypes[word] ?? '') : undefined;
  if (type) return type;
  const details = [{ errorCode: 'invalid.value', fieldName: 'objectType' }];
  throw badRequest(`Objects of type ${word} cannot be moved.`, 'invalid.value', { details });
}
