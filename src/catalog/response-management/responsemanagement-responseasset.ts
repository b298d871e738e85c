import { crudApi, describeType, inDivision } from '../describe/index.ts';

/** Files that canned responses send along. Their content stays in its organisation; they are resolved by name. */
export const responsemanagementResponseasset = describeType({
  type: 'responsemanagement_responseasset',
  area: 'response-management',
  noun: 'response asset',
  level: 'B',
  key: ['name'],
  keyRule: { compare: 'exact', unique: false },
  fields: ['name', 'division'],
  references: inDivision,
  defaultMode: 'reference',
  api: crudApi({
    path: '/api/v2/responsemanagement/responseassets',
    pageSize: 100,
    list: {
      path: '/api/v2/responsemanagement/responseassets/search',
      method: 'POST',
      body: { query: [] },
      items: 'results',
    },
    create: 'none',
    update: { only: ['name'], asIds: { division: 'divisionId' } },
  }),
  limits: { create: 'an asset is made by uploading its file, which Signalbox does not do yet' },
  permissions: {
    view: ['responseAssets:asset:view'],
    add: [],
    edit: ['responseAssets:asset:edit'],
    delete: ['responseAssets:asset:delete'],
  },
  audit: { service: 'ResponseManagement', entityType: 'ResponseAsset' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  effect: 'in-progress',
});
