import { isObject, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { createDerivedIndex } from '../../state/derived-index.ts';
import type { Organisation } from '../../state/organisation.ts';

const shelf = 'architect_datatable.rows';
const byTable = createDerivedIndex((entry) => [textOf(entry, 'tableId')]);

/** Rows of a table as reads show them, sorted by key. */
export function shownRows(organisation: Organisation, tableId: string): readonly JsonObject[] {
  return byTable(organisation.collection(shelf), tableId).map(rowIn);
}

/** The row with the key as reads show it, or undefined. */
export function shownRow(organisation: Organisation, tableId: string, key: string): JsonObject | undefined {
  const entry = organisation.collection(shelf).shown(entryId(tableId, key));
  return entry && rowIn(entry);
}

/** The row with the key as it is stored, or undefined. */
export function currentRow(organisation: Organisation, tableId: string, key: string): JsonObject | undefined {
  const entry = organisation.collection(shelf).current(entryId(tableId, key));
  return entry && rowIn(entry);
}

/** Stores a row under its `key`. */
export function putRow(organisation: Organisation, tableId: string, row: JsonObject): void {
  const key = textOf(row, 'key');
  organisation.collection(shelf).put({ id: entryId(tableId, key), name: key, tableId, row });
}

/** Removes a row. */
export function removeRow(organisation: Organisation, tableId: string, key: string): void {
  organisation.collection(shelf).remove(entryId(tableId, key));
}

/** Removes all rows of a table. */
export function forgetRows(organisation: Organisation, tableId: string): void {
  const rows = organisation.collection(shelf);
  for (const entry of rows.currentAll()) if (entry['tableId'] === tableId) rows.remove(entry.id);
}

function rowIn(entry: Entity): JsonObject {
  return isObject(entry['row']) ? entry['row'] : {};
}

function entryId(tableId: string, key: string): string {
  return `${tableId}/${key}`;
}
