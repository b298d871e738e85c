import { describeType, objectReferences } from '../describe/index.ts';

const path = '/api/v2/architect/grammars/{parentId}/languages';

/** Languages of a grammar. The platform shows them inside the grammar and has no list of their own. */
export const architectGrammarLanguage = describeType({
  type: 'architect_grammar_language',
  area: 'architect',
  noun: 'language of a grammar',
  level: 'B',
  shape: { kind: 'child', parentType: 'architect_grammar', parentField: 'grammar' },
  key: ['grammar', 'language'],
  fields: ['grammar', 'language'],
  createOnly: ['grammar', 'language'],
  references: objectReferences({ grammar: 'architect_grammar' }),
  api: {
    list: {
      path: '/api/v2/architect/grammars/{parentId}',
      paging: 'none',
      pageSize: 1,
      items: 'languages',
      whole: true,
      idField: 'language',
    },
    get: { path: `${path}/{id}` },
    create: { method: 'POST', path },
    delete: { path: `${path}/{id}` },
    capability: { kind: 'crud' },
  },
  limits: { update: 'only the files of a grammar language can change, and Signalbox does not upload them yet' },
  knownLimits: [
    'The grammar files for voice and keys, and what the platform tells of them, are left as they are.',
    'A new language has no files: flows can not use it before somebody uploads them.',
  ],
  permissions: {
    view: ['architect:grammar:view'],
    add: ['architect:grammar:edit'],
    edit: [],
    delete: ['architect:grammar:edit'],
  },
  audit: { service: 'Architect', entityType: 'GrammarLanguage' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  effect: 'in-progress',
});
