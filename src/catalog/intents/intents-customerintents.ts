import { crudApi, describeType, objectReferences, permissionsOf } from '../describe/index.ts';

const asIds = { category: 'categoryId' } as const;

/** What customers want, as cases and reports name it. */
export const intentsCustomerintents = describeType({
  type: 'intents_customerintents',
  area: 'intents',
  noun: 'customer intent',
  level: 'B',
  key: ['name'],
  fields: ['name', 'description', 'expiryTime', 'category'],
  required: ['name', 'description', 'expiryTime', 'category'],
  references: objectReferences({ category: 'intents_categories' }),
  api: crudApi({
    path: '/api/v2/intents/customerintents',
    pageSize: 100,
    create: { asIds },
    update: { method: 'PATCH', only: ['name', 'description', 'expiryTime'], asIds },
  }),
  permissions: permissionsOf('externalContacts:customerIntentTaxonomy'),
  audit: { service: 'ExternalContacts', entityType: 'CustomerIntent' },
  knownLimits: ['The intents of bots and topics that lead to a customer intent are left alone.'],
});
