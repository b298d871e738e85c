import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { isObject, refId, type Entity, type JsonObject } from '../kernel/values.ts';
import { queryList } from '../wire/query.ts';
import { acceptColumns, columnsOf } from './table-columns.ts';
import { forgetVersions, putRows, putVersion, rowsOf } from './table-store.ts';
import { draftVersion, openDraft, versionFacts } from './table-version.ts';
import { cellsFor } from './row-cells.ts';

const described = describedType('business_rules_decision_table', {
  label: 'decision table',
  audit: { service: 'BusinessRules' },
  uniqueName: { status: 409, code: 'general.conflict' },
  references: [{ path: 'schema.id', type: 'business_rules_schema', blocksDelete: 409 }],
  hidden: ['schema'],
  hooks: {
    accept: acceptTable,
    stored: (context, entity, before) => {
      if (entity === undefined) forgetVersions(context.organisation, before?.id ?? '');
      else if (before === undefined) draftVersion(context, entity, entity['columns']);
      else if (entity['columns'] !== before['columns']) changeDraft(context, entity);
    },
    present: versionFacts,
  },
});

/**
 * Decision tables. Columns and rows belong to versions, of which the table names the latest and the published one; new
 * columns go to the draft. Only columns of queue type hold ids, so none of their paths is a reference.
 */
export const tableType: EntityType = {
  ...described,
  references: (described.references ?? []).filter(({ path }) => !path.startsWith('columns.')),
  ...(described.list && { list: { ...described.list, filter: inDivisions } }),
  ...(described.delete && { delete: { ...described.delete, forceFlag: 'forceDelete' } }),
};

function acceptTable(context: Context, body: JsonObject, before: Entity | undefined): JsonObject {
  const { schemaId, columns, ...plain } = body;
  const schema = before === undefined ? { id: schemaId } : before['schema'];
  if (!isObject(columns)) return { ...plain, schema };
  const known = before === undefined ? undefined : openDraft(context.organisation, before.id)['columns'];
  return { ...plain, schema, columns: acceptColumns(context, refId(schema) ?? '', columns, columnsOf(known)) };
}

function changeDraft({ organisation }: Context, table: Entity): void {
  const draft = { ...openDraft(organisation, table.id), columns: table['columns'] };
  putVersion(organisation, draft);
  const rows = rowsOf(organisation, draft.id).map((row) => ({ ...row, ...cellsFor(draft, row) }));
  putRows(organisation, draft.id, rows);
}

function inDivisions(query: URLSearchParams): ((table: Entity) => boolean) | undefined {
  const divisions = new Set(queryList(query, 'divisionIds'));
  return divisions.size === 0 ? undefined : (table) => divisions.has(refId(table['division']) ?? '');
}
