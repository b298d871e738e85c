import { crudApi, describeType, permissionsOf } from '../describe/index.ts';
import { knowledgeBasesPath } from './knowledge-paths.ts';

/** Knowledge bases. Their categories, labels and documents are resources of their own. */
export const knowledgeKnowledgebase = describeType({
  type: 'knowledge_knowledgebase',
  area: 'knowledge',
  noun: 'knowledge base',
  level: 'B',
  key: ['name'],
  fields: ['name', 'description', 'coreLanguage', 'contentSearchEnabled'],
  createOnly: ['coreLanguage', 'contentSearchEnabled'],
  required: ['name', 'coreLanguage'],
  api: crudApi({
    path: knowledgeBasesPath,
    pageSize: 100,
    list: { paging: 'cursor' },
    update: { method: 'PATCH', only: ['name', 'description'] },
  }),
  permissions: permissionsOf('knowledge:knowledgebase'),
  audit: { service: 'Knowledge', entityType: 'KnowledgeBase' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  effect: 'in-progress',
  knownLimits: ['A deleted knowledge base takes its documents with it: making it again does not bring them back.'],
});
