import type { PermissionRule } from '../../access/permission.ts';
import type { Context } from '../../context.ts';
import { recordAudit } from '../../entity/audit.ts';
import { pageOf } from '../../entity/listing.ts';
import { requireDivision, writableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { propertyChanges } from '../../state/audit-trail.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, conflict, notFound } from '../../wire/platform-error.ts';
import { currentRow, putRow, removeRow, shownRow, shownRows } from './row-store.ts';
import { checkedRow } from './table-schema.ts';
import { tableType } from './table-type.ts';

const rows = `${tableType.path}/{datatableId}/rows`;

/** Rows of data tables; lists and GET show only the key unless `showbrief=false`. */
export const rowRoutes: readonly Route[] = [
  { method: 'GET', path: rows, permissions: ruleOf('view'), handle: listRows },
  { method: 'POST', path: rows, permissions: ruleOf('add'), handle: createRow },
  { method: 'GET', path: `${rows}/{rowId}`, permissions: ruleOf('view'), handle: getRow },
  { method: 'PUT', path: `${rows}/{rowId}`, permissions: ruleOf('edit'), handle: updateRow },
  { method: 'DELETE', path: `${rows}/{rowId}`, permissions: ruleOf('delete'), handle: deleteRow },
];

function ruleOf(action: string): PermissionRule {
  return { any: [`architect:datatable:${action}`, `architect:datatableRow:${action}`] };
}

function listRows(context: Context): Reply {
  const table = readableTable(context);
  const found = shownRows(context.organisation, table.id);
  const ordered = context.query.get('sortOrder')?.toLowerCase().startsWith('desc') ? found.toReversed() : found;
  return {
    status: 200,
    body: pageOf(context, ordered, { maxPageSize: 100, present: (row: JsonObject) => shown(context, row) }),
  };
}

function getRow(context: Context): Reply {
  const key = keyOf(context);
  const row = shownRow(context.organisation, readableTable(context).id, key);
  if (!row) throw notFound('row', key);
  return { status: 200, body: shown(context, row) };
}

function createRow(context: Context): Reply {
  const table = writableTable(context, 'add');
  const row = checkedRow(table['schema'], rowBody(context));
  const key = textOf(row, 'key');
  if (key.trim() === '') throw badRequest('The key of a row must not be blank.', 'invalid.value');
  if (currentRow(context.organisation, table.id, key)) {
    throw conflict(`A row with the key "${key}" already exists.`, 'general.conflict', {
      details: [{ errorCode: 'general.conflict', fieldName: 'key' }],
    });
  }
  storeRow(context, table, undefined, row);
  return { status: 200, body: row };
}

function updateRow(context: Context): Reply {
  const table = writableTable(context, 'edit');
  const key = keyOf(context);
  const before = currentRow(context.organisation, table.id, key);
  if (!before) throw notFound('row', key);
  const row = checkedRow(table['schema'], { key, ...rowBody(context) });
  if (row['key'] !== key) throw badRequest('The key in the body must be the key in the path.', 'invalid.value');
  storeRow(context, table, before, row);
  return { status: 200, body: row };
}

function deleteRow(context: Context): Reply {
  const table = writableTable(context, 'delete');
  const key = keyOf(context);
  const before = currentRow(context.organisation, table.id, key);
  if (!before) throw notFound('row', key);
  storeRow(context, table, before, undefined);
  return { status: 204 };
}

function storeRow(
  context: Context,
  table: Entity,
  before: JsonObject | undefined,
  after: JsonObject | undefined,
): void {
  const key = textOf(after ?? before ?? {}, 'key');
  if (after) putRow(context.organisation, table.id, after);
  else removeRow(context.organisation, table.id, key);
  const action = before === undefined ? 'Create' : after === undefined ? 'Delete' : 'Update';
  const changes = propertyChanges(before ?? {}, after ?? {});
  recordAudit(context, {
    service: 'Datatables',
    entityType: 'Row',
    action,
    entity: { id: key, name: textOf(table, 'name') },
    changes,
  });
}

function readableTable(context: Context): Entity {
  const id = context.params['datatableId'] ?? '';
  const table = context.organisation.collection(tableType.name).shown(id);
  if (!table) throw notFound(tableType.label, id);
  requireDivision(context, tableType, table, ruleOf('view'));
  return table;
}

function writableTable(context: Context, action: string): Entity {
  return writableEntity(context, tableType, context.params['datatableId'] ?? '', ruleOf(action));
}

function rowBody(context: Context): JsonObject {
  if (!isObject(context.body))
    throw badRequest('The request body is missing or is not a JSON object.', 'invalid.request.body');
  return context.body;
}

function keyOf(context: Context): string {
  return context.params['rowId'] ?? '';
}

function shown(context: Context, row: JsonObject): JsonObject {
  return context.query.get('showbrief')?.toLowerCase() === 'false' ? row : { key: row['key'] };
}
