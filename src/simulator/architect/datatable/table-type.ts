import type { Context } from '../../context.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import type { Entity } from '../../kernel/values.ts';
import { consumersOf } from '../../state/dependencies.ts';
import { badRequest, conflict } from '../../wire/platform-error.ts';
import { queryFlag } from '../../wire/query.ts';
import { forgetRows } from './row-store.ts';
import { checkTableSchema } from './table-schema.ts';

/** Data tables. The schema shows only with `expand=schema`; rows go with their table. No version: the last write wins. */
export const tableType: EntityType = {
  name: 'architect_datatable',
  label: 'data table',
  path: '/api/v2/flows/datatables',
  idParameter: 'datatableId',
  list: { permissions: { any: ['architect:datatable:view'] }, maxPageSize: 100, name: 'wildcard', byDivision: true },
  get: { permissions: { any: ['architect:datatable:view'] } },
  create: { permissions: { any: ['architect:datatable:add'] }, model: 'DataTable' },
  update: { method: 'PUT', permissions: { any: ['architect:datatable:edit'] }, model: 'DataTable' },
  delete: { permissions: { any: ['architect:datatable:delete'] } },
  divided: true,
  uniqueName: { status: 409, code: 'general.conflict' },
  references: [{ path: 'division.id', type: 'auth_division', blocksDelete: 400 }],
  expandable: ['schema'],
  audit: { service: 'Datatables', entityType: 'Schema' },
  hooks: {
    check: (_context, table) => {
      if (table['name'] === undefined)
        throw badRequest('The request is missing a required value: name.', 'missing.required.value');
      checkTableSchema(table['schema']);
    },
    checkDelete: refuseUsed,
    stored: (context, entity, before) => {
      if (!entity && before) forgetRows(context.organisation, before.id);
    },
  },
};

function refuseUsed(context: Context, table: Entity): void {
  if (queryFlag(context.query, 'force')) return;
  const [flow] = consumersOf(context.organisation, { type: 'DATATABLE', id: table.id });
  if (!flow) return;
  throw conflict(
    `The data table with id ${table.id} is in use by flow "${flow.name ?? ''}" (${flow.id}).`,
    'general.conflict',
    {
      details: [{ errorCode: 'in.use', entityId: flow.id, entityName: flow.name ?? '' }],
    },
  );
}
