import { crudApi, describeType, permissionsOf } from '../describe/index.ts';

/** Grammars: what callers may say or press. Their languages, with the grammar files, are children. */
export const architectGrammar = describeType({
  type: 'architect_grammar',
  area: 'architect',
  noun: 'grammar',
  key: ['name'],
  fields: ['name', 'description'],
  api: crudApi({
    path: '/api/v2/architect/grammars',
    pageSize: 100,
    update: { method: 'PATCH', only: ['name', 'description'] },
  }),
  permissions: permissionsOf('architect:grammar'),
  audit: { service: 'Architect', entityType: 'Grammar' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  effect: 'in-progress',
  knownLimits: ['Grammar files are not kept, so that a deleted grammar does not come back with them.'],
});
