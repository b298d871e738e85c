import type { Context, OpenContext } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { readableEntity } from '../../entity/visibility.ts';
import type { OpenRoute, Route } from '../../feature.ts';
import { isoDate } from '../../kernel/clock.ts';
import { uuidFrom } from '../../kernel/ids.ts';
import { textOf, type Entity } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { notFound } from '../../wire/platform-error.ts';

const shelf = 'outbound.exports';
const exportMs = 500;

/** An export of a list as CSV: which type, its two operations, and the text. */
export type CsvExport = {
  readonly type: EntityType;
  readonly start: string;
  readonly get: string;
  readonly csv: (context: Context, list: Entity) => string;
};

/** POST starts an export of what the list holds now; GET answers 404 for half a second and then where the file is. */
export function exportRoutes(wish: CsvExport): readonly Route[] {
  return [
    describedRoute(wish.start, (context) => start(context, wish)),
    describedRoute(wish.get, (context) => find(context, wish)),
  ];
}

/** Where exported files are fetched; the address is proof enough. */
export const exportDownloadRoute: OpenRoute = {
  method: 'GET',
  path: '/downloads/outbound/{organisationId}/{listId}',
  handle: (open) => download(open),
};

function start(context: Context, { type, csv }: CsvExport): Reply {
  const list = listOf(context, type);
  const ready = context.now + exportMs;
  const key = uuidFrom(`${context.world.seed}/export/${context.organisation.ids.next()}`);
  context.organisation.ledger(shelf).put({ id: list.id, ready, key, text: csv(context, list) });
  return { status: 200, body: { id: list.id, name: textOf(list, 'name'), selfUri: `${type.path}/${list.id}/export` } };
}

function find(context: Context, { type }: CsvExport): Reply {
  const list = listOf(context, type);
  const made = context.organisation.ledger(shelf).current(list.id);
  if (!made || Number(made['ready']) > context.now) throw notFound(`export of ${type.label}`, list.id);
  const uri = `${context.baseUrl}/downloads/outbound/${context.organisation.id}/${list.id}?key=${textOf(made, 'key')}`;
  if (context.query.get('download') === 'true') return { status: 302, headers: { Location: uri } };
  return { status: 200, body: { uri, exportTimestamp: isoDate(Number(made['ready'])) } };
}

function listOf(context: Context, type: EntityType): Entity {
  return readableEntity(context, type, context.params[type.idParameter] ?? '');
}

function download({ world, params, query, now }: OpenContext): Reply {
  const organisation = world.organisations.get(params['organisationId'] ?? '');
  const made = organisation?.ledger(shelf).current(params['listId'] ?? '');
  if (!made || made['key'] !== query.get('key') || Number(made['ready']) > now) {
    return { status: 403, body: '<Error><Code>AccessDenied</Code></Error>' };
  }
  return { status: 200, body: textOf(made, 'text'), headers: { 'Content-Type': 'text/csv' } };
}
