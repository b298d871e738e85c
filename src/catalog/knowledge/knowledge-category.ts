import { crudApi, describeType, objectReferences, permissionsOf } from '../describe/index.ts';
import { knowledgeBasesPath } from './knowledge-paths.ts';

const asIds = { parentCategory: 'parentCategoryId' } as const;

/** Categories of a knowledge base; they may lie inside each other. */
export const knowledgeCategory = describeType({
  type: 'knowledge_category',
  area: 'knowledge',
  noun: 'category of a knowledge base',
  level: 'B',
  shape: { kind: 'child', parentType: 'knowledge_knowledgebase', parentField: 'knowledgeBase' },
  key: ['knowledgeBase', 'name'],
  keyRule: { unique: false },
  fields: ['knowledgeBase', 'name', 'description', 'externalId', 'parentCategory'],
  createOnly: ['knowledgeBase'],
  references: objectReferences({ knowledgeBase: 'knowledge_knowledgebase', parentCategory: 'knowledge_category' }),
  api: crudApi({
    path: `${knowledgeBasesPath}/{parentId}/categories`,
    pageSize: 200,
    list: { paging: 'cursor' },
    create: { asIds },
    update: { method: 'PATCH', only: ['name', 'description', 'externalId'], asIds },
  }),
  permissions: permissionsOf('knowledge:category'),
  audit: { service: 'Knowledge', entityType: 'KnowledgeCategory' },
  effect: 'in-progress',
});
