import { crudApi, describeType, objectReferences } from '../describe/index.ts';
import { parentDocumentPath } from './knowledge-paths.ts';

const draft = { documentState: 'Draft' } as const;
const writable = ['name', 'priority', 'contexts', 'body'] as const;

/** What a knowledge document says, to everyone or in one context. Every change is published with its document. */
export const knowledgeDocumentVariation = describeType({
  type: 'knowledge_document_variation',
  area: 'knowledge',
  noun: 'variation of a knowledge document',
  level: 'B',
  shape: { kind: 'child', parentType: 'knowledge_document', parentField: 'document' },
  key: ['document', 'name'],
  keyRule: { unique: false },
  fields: ['document', ...writable],
  createOnly: ['document'],
  required: ['document', 'name', 'contexts'],
  references: objectReferences({ document: 'knowledge_document' }),
  api: {
    ...crudApi({
      path: `${parentDocumentPath}/variations`,
      pageSize: 200,
      list: { paging: 'cursor', query: draft },
      getQuery: draft,
      update: { method: 'PATCH', only: writable },
    }),
    capability: { kind: 'publish', path: `${parentDocumentPath}/versions`, body: 'none' },
  },
  permissions: {
    view: ['knowledge:document:view'],
    add: ['knowledge:document:add'],
    edit: ['knowledge:document:edit'],
    delete: ['knowledge:document:delete'],
  },
  audit: { service: 'Knowledge', entityType: 'KnowledgeDocumentVariation' },
  effect: 'in-progress',
  knownLimits: [
    'Variations without a name have no key and are left alone.',
    'Contexts are named by ids of one organisation; so are pictures and videos that were uploaded.',
    'A variation that is deleted stays published until its document is published again.',
  ],
});
