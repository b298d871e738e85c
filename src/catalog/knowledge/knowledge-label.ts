import { crudApi, describeType, objectReferences, permissionsOf } from '../describe/index.ts';
import { knowledgeBasesPath } from './knowledge-paths.ts';

/** Labels that the documents of a knowledge base bear. */
export const knowledgeLabel = describeType({
  type: 'knowledge_label',
  area: 'knowledge',
  noun: 'label of a knowledge base',
  level: 'B',
  shape: { kind: 'child', parentType: 'knowledge_knowledgebase', parentField: 'knowledgeBase' },
  key: ['knowledgeBase', 'name'],
  fields: ['knowledgeBase', 'name', 'color', 'externalId'],
  createOnly: ['knowledgeBase'],
  required: ['knowledgeBase', 'name', 'color'],
  references: objectReferences({ knowledgeBase: 'knowledge_knowledgebase' }),
  api: crudApi({
    path: `${knowledgeBasesPath}/{parentId}/labels`,
    pageSize: 200,
    list: { paging: 'cursor' },
    update: { method: 'PATCH', only: ['name', 'color', 'externalId'] },
  }),
  permissions: permissionsOf('knowledge:label'),
  audit: { service: 'Knowledge', entityType: 'KnowledgeLabel' },
  effect: 'in-progress',
});
