import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { pageOf } from '../../entity/listing.ts';
import type { Route } from '../../feature.ts';
import { isoDate } from '../../kernel/clock.ts';
import { textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { conflict, notFound } from '../../wire/platform-error.ts';
import { queryList } from '../../wire/query.ts';
import { associationOf, putAssociation, stationsIn } from './station.ts';

/** Stations, and who works at which. */
export const stationRoutes: readonly Route[] = [
  describedRoute('getStations', list),
  describedRoute('getStation', (context) => ({ status: 200, body: stationNamed(context) })),
  describedRoute('deleteStationAssociateduser', leave),
  describedRoute('getUserStation', (context) => ({ status: 200, body: stationsOf(context, userNamed(context)) })),
  describedRoute('putUserStationAssociatedstationStationId', associate),
  describedRoute('putUserStationDefaultstationStationId', (context) => {
    const user = userNamed(context);
    const fallback = stationNamed(context).id;
    putAssociation(context.organisation, { ...associationOf(context.organisation, user.id), fallback });
    return { status: 204 };
  }),
  describedRoute('deleteUserStationAssociatedstation', (context) => forget(context, 'associated')),
  describedRoute('deleteUserStationDefaultstation', (context) => forget(context, 'fallback')),
];

function list(context: Context): Reply {
  const { query } = context;
  const ids = queryList(query, 'id');
  const name = query.get('name')?.toLowerCase() ?? '';
  const exact = ['webRtcUserId', 'lineAppearanceId'].flatMap((property) => {
    const value = query.get(property);
    return value === null || value === '' ? [] : [{ property, value }];
  });
  const found = stationsIn(context.organisation)
    .filter((station) => ids.length === 0 || ids.includes(station.id))
    .filter((station) => textOf(station, 'name').toLowerCase().includes(name))
    .filter((station) => exact.every(({ property, value }) => station[property] === value));
  return { status: 200, body: pageOf(context, found, { maxPageSize: 100, present: (station) => station }) };
}

function stationNamed(context: Context): Entity {
  const id = context.params['stationId'] ?? '';
  const found = stationsIn(context.organisation).find((station) => station.id === id);
  if (!found) throw notFound('station', id);
  return found;
}

function userNamed(context: Context): Entity {
  const id = context.params['userId'] ?? '';
  const user = context.organisation.collection('user').current(id);
  if (!user || user['state'] === 'deleted') throw notFound('user', id);
  return user;
}

function associate(context: Context): Reply {
  const user = userNamed(context);
  const station = stationNamed(context);
  const holder = textOf(station, 'userId');
  if (holder !== '' && holder !== user.id) throw conflict(`The station is associated with the user ${holder}.`);
  const before = associationOf(context.organisation, user.id);
  putAssociation(context.organisation, { ...before, associated: station.id, since: isoDate(context.now) });
  return { status: 204 };
}

function leave(context: Context): Reply {
  const holder = textOf(stationNamed(context), 'userId');
  if (holder !== '') without(context, holder, 'associated');
  return { status: 204 };
}

function forget(context: Context, part: 'associated' | 'fallback'): Reply {
  without(context, userNamed(context).id, part);
  return { status: 204 };
}

function without(context: Context, userId: string, part: 'associated' | 'fallback'): void {
  const { [part]: _gone, ...rest } = associationOf(context.organisation, userId);
  putAssociation(context.organisation, { ...rest, id: userId });
}

function stationsOf(context: Context, user: Entity): JsonObject {
  const { associated, fallback, since } = associationOf(context.organisation, user.id);
  const stations = stationsIn(context.organisation);
  const shown = (id: string | undefined): JsonObject | undefined => {
    const station = stations.find((candidate) => candidate.id === id);
    if (!station) return undefined;
    const dates = id === associated && since !== undefined ? { associatedDate: since } : {};
    return { id: station.id, name: station['name'], type: station['type'], ...dates };
  };
  const associatedStation = shown(associated);
  const defaultStation = shown(fallback);
  const effectiveStation = associatedStation ?? defaultStation;
  return {
    ...(associatedStation ? { associatedStation } : {}),
    ...(defaultStation ? { defaultStation } : {}),
    ...(effectiveStation ? { effectiveStation } : {}),
  };
}
