import { crudApi, describeType, objectReferences, permissionsOf } from '../describe/index.ts';

/** Rows of a data table, under the table's own columns. Business users edit them: seeded, then left alone. */
export const architectDatatableRow = describeType({
  type: 'architect_datatable_row',
  area: 'architect',
  noun: 'row of a data table',
  shape: { kind: 'child', parentType: 'architect_datatable', parentField: 'table' },
  key: ['table', 'key'],
  keyRule: { compare: 'exact' },
  fields: ['table', 'key', 'values'],
  createOnly: ['table', 'key'],
  freeForm: ['values'],
  references: objectReferences({ table: 'architect_datatable' }),
  defaultMode: 'seed',
  api: {
    ...crudApi({
      path: '/api/v2/flows/datatables/{parentId}/rows',
      pageSize: 100,
      list: { query: { showbrief: 'false' }, idField: 'key' },
      getQuery: { showbrief: 'false' },
    }),
    nest: { into: 'values', beside: ['key'] },
  },
  permissions: permissionsOf('architect:datatableRow'),
  audit: { service: 'Datatables', entityType: 'Row' },
  reversibility: { create: 'exact', update: 'exact', delete: 'exact' },
  effect: 'in-progress',
});
