import type { Context } from '../context.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import { cursorPageOf, pageOf } from '../entity/listing.ts';
import { shownTo } from '../entity/routes.ts';
import { selectEntities } from '../entity/select.ts';
import { storeEntity } from '../entity/write.ts';
import type { Route } from '../feature.ts';
import { stringsOf, type Entity } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';
import { divisionType } from './division.ts';

const path = '/api/v2/authorization/divisions';
const edit = { any: ['authorization:division:edit'] } as const;

/** What divisions have beside the plain operations. */
export const divisionRoutes: readonly Route[] = [
  { method: 'GET', path: `${path}/home`, permissions: { none: true }, handle: homeDivision },
  { method: 'GET', path: `${path}/limit`, permissions: { none: true }, handle: () => ({ status: 200, body: 70 }) },
  { method: 'GET', path: `${path}/deleted`, permissions: edit, handle: deletedDivisions },
  { method: 'GET', path: `${path}/query`, permissions: { none: true }, handle: queryDivisions },
  { method: 'POST', path: `${path}/{divisionId}/restore`, permissions: edit, handle: restoreDivision },
  {
    method: 'POST',
    path: `${path}/{divisionId}/objects/{objectType}`,
    permissions: { none: true },
    handle: moveObjects,
  },
];

/** Types whose objects can be moved to another division, by the name that the operation has for them. */
const movable: Readonly<Record<string, string>> = {
  USER: 'user',
  QUEUE: 'routing_queue',
  SKILL: 'routing_skill',
  WRAPUPCODE: 'routing_wrapupcode',
  FLOW: 'flow',
  SCHEDULE: 'architect_schedules',
  SCHEDULEGROUP: 'architect_schedulegroups',
  EMERGENCYGROUP: 'architect_emergencygroup',
  IVR: 'architect_ivr',
  DATATABLES: 'architect_datatable',
};

function homeDivision(context: Context): Reply {
  const home = context.organisation.collection(divisionType.name).current(context.organisation.homeDivisionId);
  return home ? { status: 200, body: shownTo(context, divisionType, home) } : { status: 404 };
}

function deletedDivisions(context: Context): Reply {
  const all = context.organisation.collection(divisionType.name).shownAll();
  const deleted = all.filter((division) => division['state'] === 'deleted');
  const present = (division: Entity): unknown => shownTo(context, divisionType, division);
  return { status: 200, body: pageOf(context, deleted, { maxPageSize: 500, present }) };
}

function queryDivisions(context: Context): Reply {
  const listing = divisionType.list;
  if (!listing) return { status: 405 };
  const present = (division: Entity): unknown => shownTo(context, divisionType, division);
  const items = selectEntities(context, divisionType, listing);
  return { status: 200, body: cursorPageOf(context, items, { maxPageSize: 200, present }) };
}

function restoreDivision(context: Context): Reply {
  const id = context.params['divisionId'] ?? '';
  const before = context.organisation.collection(divisionType.name).current(id);
  if (before?.['state'] !== 'deleted') throw notFound('deleted division', id);
  const restored = storeEntity(context, divisionType, { entity: { ...before, state: 'active' }, before });
  return { status: 200, body: shownTo(context, divisionType, restored) };
}

function moveObjects(context: Context): Reply {
  const type = context.world.types.get(movable[context.params['objectType'] ?? ''] ?? '');
  if (!type) throw badRequest(`Objects of type ${context.params['objectType']} cannot be moved.`);
  const divisionId = context.params['divisionId'] ?? '';
  const division = context.organisation.collection(divisionType.name).current(divisionId);
  if (!division || division['state'] === 'deleted') throw notFound('division', divisionId);
  for (const id of stringsOf(context.body)) {
    const before = context.organisation.collection(type.name).current(id);
    if (!before) throw notFound(type.label, id);
    const after = { ...before, division: { id: divisionId } };
    context.organisation.collection(type.name).put(after);
    recordAudit(context, auditOf(type.audit, before, after));
  }
  return { status: 204 };
}
