import { crudApi, describeType, inDivision, permissionsOf } from '../describe/index.ts';

/** User prompts. What they say, language by language, are resources of their own. */
export const architectUserPrompt = describeType({
  type: 'architect_user_prompt',
  area: 'architect',
  noun: 'prompt',
  key: ['name'],
  fields: ['name', 'division', 'description'],
  references: inDivision,
  api: crudApi({
    path: '/api/v2/architect/prompts',
    pageSize: 100,
    update: { omit: ['resources', 'currentOperation'] },
    deleteQuery: { allResources: 'true' },
  }),
  permissions: permissionsOf('architect:userPrompt'),
  audit: { service: 'Architect', entityType: 'Prompt' },
  effect: 'in-progress',
});
