import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import { cursorPageOf } from '../entity/listing.ts';
import { shownTo } from '../entity/routes.ts';
import { selectEntities } from '../entity/select.ts';
import { namedEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, refId, textOf, type Entity } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { conflict, notFound } from '../wire/platform-error.ts';
import { queryFlag, queryList } from '../wire/query.ts';
import { latestVersion, putRows, putVersion, removeVersion, rowsOf, versionsOf } from './table-store.ts';
import { tableType } from './table-type.ts';
import { draftVersion, shownVersion } from './table-version.ts';

const maxPageSize = 100;

/** Versions of decision tables: listed, copied to a new draft, published, taken back; and the search over all tables. */
export const versionRoutes: readonly Route[] = [
  describedRoute('getBusinessrulesDecisiontablesSearch', search),
  describedRoute('getBusinessrulesDecisiontableVersions', list),
  describedRoute('postBusinessrulesDecisiontableVersions', copy),
  describedRoute('getBusinessrulesDecisiontableVersion', (context) => reply(context, namedVersion(context))),
  describedRoute('deleteBusinessrulesDecisiontableVersion', remove),
  describedRoute('putBusinessrulesDecisiontableVersionPublish', publish),
];

/** The table in the path of a request; PlatformError 404. */
export function namedTable(context: Context): Entity {
  return namedEntity(context, tableType);
}

/** The version in the path of a request; PlatformError 404. */
export function namedVersion(context: Context): Entity {
  const wanted = context.params['tableVersion'] ?? '';
  return versionNumbered(context, namedTable(context), wanted);
}

function versionNumbered({ organisation }: Context, table: Entity, wanted: string): Entity {
  const found = versionsOf(organisation, table.id).find(({ version }) => String(version) === wanted);
  if (!found) throw notFound('version of decision table', wanted);
  return found;
}

function reply(context: Context, version: Entity): Reply {
  return { status: 200, body: shownVersion(context.organisation, namedTable(context), version) };
}

function search(context: Context): Reply {
  const { query, organisation } = context;
  const schemaId = query.get('schemaId');
  const ids = new Set(queryList(query, 'ids'));
  const listing = { ...tableType.list, permissions: { none: true }, maxPageSize } as const;
  const found = selectEntities(context, tableType, listing).filter(
    (table) =>
      (schemaId === null || refId(table['schema']) === schemaId) &&
      (ids.size === 0 || ids.has(table.id)) &&
      (!queryFlag(query, 'withPublishedVersion') || versionsOf(organisation, table.id).some(isPublished)),
  );
  const present = (table: Entity) => shownTo(context, tableType, table);
  return { status: 200, body: cursorPageOf(context, found, { maxPageSize, present }) };
}

function list(context: Context): Reply {
  const table = namedTable(context);
  const statuses = new Set(queryList(context.query, 'status'));
  const versions = versionsOf(context.organisation, table.id)
    .filter((version) => statuses.size === 0 || statuses.has(textOf(version, 'status')))
    .toReversed();
  const present = (version: Entity) => shownVersion(context.organisation, table, version);
  return { status: 200, body: cursorPageOf(context, versions, { maxPageSize, present }) };
}

function copy(context: Context): Reply {
  const { organisation, body } = context;
  const table = namedTable(context);
  const latest = latestVersion(organisation, table.id);
  if (latest?.['status'] === 'Draft')
    throw conflict(`The decision table with id ${table.id} already has a draft version.`);
  const wanted = isObject(body) ? body['sourceVersion'] : undefined;
  const source = versionNumbered(context, table, String(wanted ?? latest?.['version']));
  const draft = draftVersion(context, table, source['columns']);
  const rows = rowsOf(organisation, source.id).map((row) => ({ ...row, id: organisation.ids.next() }));
  putRows(organisation, draft.id, rows);
  return reply(context, draft);
}

function publish(context: Context): Reply {
  const { organisation, caller, now } = context;
  const version = namedVersion(context);
  if (version['status'] !== 'Draft') throw conflict(`Version ${String(version['version'])} is published already.`);
  for (const earlier of versionsOf(organisation, textOf(version, 'tableId')).filter(isPublished)) {
    putVersion(organisation, { ...earlier, status: 'Superseded' });
  }
  const published: Entity = {
    ...version,
    status: 'Published',
    datePublished: isoDate(now),
    publishedBy: { id: caller.subjectId },
  };
  putVersion(organisation, published);
  const table = namedTable(context);
  recordAudit(context, { ...auditOf(tableType.audit, table, table), action: 'Publish' });
  return reply(context, published);
}

function remove(context: Context): Reply {
  const version = namedVersion(context);
  if (version['status'] !== 'Draft') throw conflict('A version that was published cannot be deleted.');
  if (Number(version['version']) === 1) throw conflict('The only version of a decision table cannot be deleted.');
  removeVersion(context.organisation, version);
  return { status: 204 };
}

function isPublished({ status }: Entity): boolean {
  return status === 'Published';
}
