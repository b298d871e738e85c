import type { Context } from '../../context.ts';
import { pageOf } from '../../entity/listing.ts';
import type { Route } from '../../feature.ts';
import type { JsonObject } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { notFound } from '../../wire/platform-error.ts';
import { dependencyTypeOfFlow, flowKinds } from '../content/flow-kinds.ts';
import { trackedTypes } from './tracked-object.ts';

const path = '/api/v2/architect/dependencytracking/types';
const permissions = { all: ['architect:dependencyTracking:view'] };
const flowTypes: readonly string[] = flowKinds.map(dependencyTypeOfFlow);

/** The words of dependency tracking, those that the simulator follows. */
export const typeRoutes: readonly Route[] = [
  { method: 'GET', path, permissions, handle: listTypes },
  { method: 'GET', path: `${path}/{typeId}`, permissions, handle: getType },
];

function listTypes(context: Context): Reply {
  return { status: 200, body: pageOf(context, trackedTypes().toSorted(), { maxPageSize: 500, present: shown }) };
}

function getType(context: Context): Reply {
  const id = context.params['typeId'] ?? '';
  if (!trackedTypes().includes(id)) throw notFound('dependency type', id);
  return { status: 200, body: shown(id) };
}

/** Only flows have versions. */
function shown(type: string): JsonObject {
  return { id: type, name: type, versioned: flowTypes.includes(type), selfUri: `${path}/${type}` };
}
