import { crudApi, describeType, permissionsOf } from '../describe/index.ts';

/** Categories of what customers want. */
export const intentsCategories = describeType({
  type: 'intents_categories',
  area: 'intents',
  noun: 'category of customer intents',
  level: 'B',
  key: ['name'],
  fields: ['name', 'description'],
  required: ['name', 'description'],
  api: crudApi({
    path: '/api/v2/intents/categories',
    pageSize: 100,
    update: { method: 'PATCH', only: ['name', 'description'] },
  }),
  permissions: permissionsOf('externalContacts:customerIntentTaxonomy'),
  audit: { service: 'ExternalContacts', entityType: 'IntentCategory' },
});
