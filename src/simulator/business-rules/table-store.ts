import { textOf, type Entity } from '../kernel/values.ts';
import type { Collection } from '../state/collection.ts';
import type { Organisation } from '../state/organisation.ts';

/** The versions of a table, the newest last. */
export function versionsOf(organisation: Organisation, tableId: string): readonly Entity[] {
  return versionsIn(organisation)
    .currentAll()
    .filter((version) => textOf(version, 'tableId') === tableId)
    .toSorted((a, b) => Number(a['version']) - Number(b['version']));
}

/** The newest version of a table; undefined for a table that does not exist. */
export function latestVersion(organisation: Organisation, tableId: string): Entity | undefined {
  return versionsOf(organisation, tableId).at(-1);
}

/** Stores a version, whose id is that of its table and its number. */
export function putVersion(organisation: Organisation, version: Entity): void {
  versionsIn(organisation).put(version);
}

/** Removes a version with its rows. */
export function removeVersion(organisation: Organisation, version: Entity): void {
  for (const row of rowsOf(organisation, version.id)) rowsIn(organisation).remove(row.id);
  versionsIn(organisation).remove(version.id);
}

/** Removes all versions of a table that was deleted. */
export function forgetVersions(organisation: Organisation, tableId: string): void {
  for (const version of versionsOf(organisation, tableId)) removeVersion(organisation, version);
}

/** The rows of a version in their order. */
export function rowsOf(organisation: Organisation, versionId: string): readonly Entity[] {
  return rowsIn(organisation)
    .currentAll()
    .filter((row) => textOf(row, 'versionId') === versionId)
    .toSorted((a, b) => Number(a['rowIndex']) - Number(b['rowIndex']));
}

/** Makes these the rows of a version, in this order. */
export function putRows(organisation: Organisation, versionId: string, rows: readonly Entity[]): void {
  const kept = new Set(rows.map(({ id }) => id));
  for (const row of rowsOf(organisation, versionId)) if (!kept.has(row.id)) rowsIn(organisation).remove(row.id);
  rows.forEach((row, index) => rowsIn(organisation).put({ ...row, versionId, rowIndex: index + 1 }));
}

function versionsIn(organisation: Organisation): Collection {
  return organisation.ledger('business_rules_decision_table.versions');
}

function rowsIn(organisation: Organisation): Collection {
  return organisation.ledger('business_rules_decision_table.rows');
}
