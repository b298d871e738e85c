import { crudApi, describeType, inDivision, permissionsOf } from '../describe/index.ts';

/** Data tables: their columns as a JSON Schema. Their rows are resources of their own. */
export const architectDatatable = describeType({
  type: 'architect_datatable',
  area: 'architect',
  noun: 'data table',
  key: ['name'],
  fields: ['name', 'division', 'description', 'schema'],
  readOnly: ['schema.id'],
  freeForm: ['schema'],
  required: ['name', 'schema'],
  lists: { 'schema.required': { kind: 'set' } },
  references: inDivision,
  api: crudApi({
    path: '/api/v2/flows/datatables',
    pageSize: 100,
    list: { query: { expand: 'schema' } },
    getQuery: { expand: 'schema' },
    update: { query: { expand: 'schema' } },
  }),
  permissions: permissionsOf('architect:datatable'),
  audit: { service: 'Datatables', entityType: 'Schema' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  effect: 'in-progress',
});
