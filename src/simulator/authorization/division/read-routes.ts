import type { Context } from '../../context.ts';
import { cursorPageOf, pageOf } from '../../entity/listing.ts';
import { shownTo } from '../../entity/routes.ts';
import { selectEntities } from '../../entity/select.ts';
import { readableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { refId, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { notFound } from '../../wire/platform-error.ts';
import { queryFlag } from '../../wire/query.ts';
import { divisionListing, divisionType } from './division-type.ts';
import { movableTypes } from './movable-types.ts';

const { path } = divisionType;
const permissions = { none: true } as const;

/** Reading divisions, with `objectCount=true` also what they hold. */
export const divisionReadRoutes: readonly Route[] = [
  { method: 'GET', path, permissions, handle: (context) => list(context, isNotDeleted, divisionListing.maxPageSize) },
  { method: 'GET', path: `${path}/home`, permissions, handle: homeDivision },
  { method: 'GET', path: `${path}/query`, permissions, handle: queryDivisions },
  {
    method: 'GET',
    path: `${path}/deleted`,
    permissions: { any: ['authorization:divisionDeleted:view'] },
    handle: (context) => list(context, (division) => !isNotDeleted(division), 500),
  },
  { method: 'GET', path: `${path}/{divisionId}`, permissions, handle: getDivision },
];

function list(context: Context, isWanted: (division: Entity) => boolean, maxPageSize: number): Reply {
  const divisions = selectEntities(context, divisionType, { ...divisionListing, showsDeleted: true }).filter(isWanted);
  const present = (division: Entity): JsonObject => shown(context, division);
  return { status: 200, body: pageOf(context, divisions, { maxPageSize, present }) };
}

function queryDivisions(context: Context): Reply {
  const divisions = selectEntities(context, divisionType, divisionListing);
  const present = (division: Entity): JsonObject => shown(context, division);
  return { status: 200, body: cursorPageOf(context, divisions, { maxPageSize: 200, present }) };
}

function getDivision(context: Context): Reply {
  const division = readableEntity(context, divisionType, context.params['divisionId'] ?? '');
  if (!isNotDeleted(division)) throw notFound(divisionType.label, division.id);
  return { status: 200, body: shown(context, division) };
}

function homeDivision(context: Context): Reply {
  const home = context.organisation.collection(divisionType.name).current(context.organisation.homeDivisionId);
  return home ? { status: 200, body: shown(context, home) } : { status: 404 };
}

function shown(context: Context, division: Entity): JsonObject {
  const body = shownTo(context, divisionType, division);
  return queryFlag(context.query, 'objectCount') ? { ...body, objectCounts: countsIn(context, division.id) } : body;
}

/** How many objects of each kind are in the division; kinds without any are left out. */
function countsIn(context: Context, divisionId: string): JsonObject {
  const counts = Object.entries(movableTypes).map(([word, type]) => {
    const objects = context.world.types.has(type) ? context.organisation.collection(type).currentAll() : [];
    const own = objects.filter((object) => isNotDeleted(object) && refId(object['division']) === divisionId);
    return [word, own.length] as const;
  });
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function isNotDeleted(entity: Entity): boolean {
  return entity['state'] !== 'deleted';
}
