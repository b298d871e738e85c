import { crudApi, describeType, objectReferences, permissionsOf } from '../describe/index.ts';
import { documentsPath } from './knowledge-paths.ts';

const expand = 'category,labels';
const asIds = { category: 'categoryId', labels: 'labelIds' } as const;

/** Articles without their text, which is in their variations. Every change is published. */
export const knowledgeDocument = describeType({
  type: 'knowledge_document',
  area: 'knowledge',
  noun: 'knowledge document',
  level: 'B',
  shape: { kind: 'child', parentType: 'knowledge_knowledgebase', parentField: 'knowledgeBase' },
  key: ['knowledgeBase', 'title'],
  keyRule: { unique: false },
  fields: ['knowledgeBase', 'title', 'visible', 'alternatives', 'category', 'labels', 'externalId', 'externalUrl'],
  createOnly: ['knowledgeBase'],
  lists: { alternatives: { kind: 'keyed', by: 'phrase' }, labels: { kind: 'set' } },
  references: objectReferences({
    knowledgeBase: 'knowledge_knowledgebase',
    category: 'knowledge_category',
    'labels[]': 'knowledge_label',
  }),
  api: {
    ...crudApi({
      path: documentsPath,
      pageSize: 200,
      list: { paging: 'cursor', query: { includeDrafts: 'true', expand } },
      getQuery: { state: 'Draft', expand },
      create: { asIds },
      update: { method: 'PATCH', only: ['title', 'visible', 'alternatives', 'externalId', 'externalUrl'], asIds },
    }),
    capability: { kind: 'publish', path: `${documentsPath}/{id}/versions`, body: 'none' },
  },
  permissions: permissionsOf('knowledge:document'),
  audit: { service: 'Knowledge', entityType: 'KnowledgeDocument' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  effect: 'in-progress',
  knownLimits: [
    'A draft that someone else left on the document is published with the change.',
    'A deleted document takes its variations and versions with it.',
  ],
});
