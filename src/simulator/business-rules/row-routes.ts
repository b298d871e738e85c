import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { pageOf } from '../entity/listing.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import type { Reply } from '../wire/message.ts';
import { conflict, notFound } from '../wire/platform-error.ts';
import { cellsFor, checkCells } from './row-cells.ts';
import { putRows, rowsOf } from './table-store.ts';
import { versionReference } from './table-version.ts';
import { namedTable, namedVersion } from './version-routes.ts';

/** The rows of a version, in order; only those of a draft can be changed. */
export const rowRoutes: readonly Route[] = [
  describedRoute('getBusinessrulesDecisiontableVersionRows', list),
  describedRoute('postBusinessrulesDecisiontableVersionRows', add),
  describedRoute('getBusinessrulesDecisiontableVersionRow', (context) => ok(shown(context, namedRow(context)))),
  describedRoute('putBusinessrulesDecisiontableVersionRow', change),
  describedRoute('deleteBusinessrulesDecisiontableVersionRow', remove),
];

function list(context: Context): Reply {
  const rows = rowsOf(context.organisation, namedVersion(context).id);
  return ok(pageOf(context, rows, { maxPageSize: 100, present: (row) => shown(context, row) }));
}

function add(context: Context): Reply {
  const { organisation } = context;
  const draft = namedDraft(context);
  const { rowIndex, ...body } = checkBody(context.body, 'CreateDecisionTableRowRequest');
  checkCells(organisation, draft, body);
  const date = isoDate(context.now);
  const row = { id: organisation.ids.next(), dateCreated: date, dateModified: date, ...cellsFor(draft, body) };
  const rows = rowsOf(organisation, draft.id);
  const place = rowIndex === undefined ? rows.length : Math.max(0, Math.trunc(Number(rowIndex)) - 1);
  putRows(organisation, draft.id, rows.toSpliced(place, 0, row));
  return ok(shown(context, rowWithId(context, draft, row.id)));
}

function change(context: Context): Reply {
  const { organisation } = context;
  const draft = namedDraft(context);
  const before = namedRow(context);
  const body = checkBody(context.body, 'PutDecisionTableRowRequest');
  checkCells(organisation, draft, body);
  const cells = cellsFor(draft, { ...before, ...body });
  const after = { ...before, ...cells, dateModified: isoDate(context.now) };
  putRows(
    organisation,
    draft.id,
    rowsOf(organisation, draft.id).map((row) => (row.id === before.id ? after : row)),
  );
  return ok(shown(context, after));
}

function remove(context: Context): Reply {
  const draft = namedDraft(context);
  const { id } = namedRow(context);
  putRows(
    context.organisation,
    draft.id,
    rowsOf(context.organisation, draft.id).filter((row) => row.id !== id),
  );
  return { status: 204 };
}

function namedDraft(context: Context): Entity {
  const version = namedVersion(context);
  if (version['status'] !== 'Draft') throw conflict('The rows of a version that was published cannot be changed.');
  return version;
}

function namedRow(context: Context): Entity {
  return rowWithId(context, namedVersion(context), context.params['rowId'] ?? '');
}

function rowWithId({ organisation }: Context, version: Entity, id: string): Entity {
  const found = rowsOf(organisation, version.id).find((row) => row.id === id);
  if (!found) throw notFound('row of decision table', id);
  return found;
}

function shown(context: Context, { versionId: _version, ...row }: Entity): JsonObject {
  const table = versionReference(namedTable(context), namedVersion(context));
  return { ...row, table, selfUri: `${String(table['selfUri'])}/rows/${String(row['id'])}` };
}

function ok(body: JsonObject): Reply {
  return { status: 200, body };
}
