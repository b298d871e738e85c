import { crudApi, describeType, objectReferences } from '../describe/index.ts';

/** What a prompt says in one language, as text to speak. Uploaded audio is left as it is. */
export const architectUserPromptResource = describeType({
  type: 'architect_user_prompt_resource',
  area: 'architect',
  noun: 'language of a prompt',
  shape: { kind: 'child', parentType: 'architect_user_prompt', parentField: 'prompt' },
  key: ['prompt', 'language'],
  fields: ['prompt', 'language', 'ttsString', 'text'],
  createOnly: ['prompt', 'language'],
  references: objectReferences({ prompt: 'architect_user_prompt' }),
  api: crudApi({
    path: '/api/v2/architect/prompts/{parentId}/resources',
    pageSize: 100,
    list: { idField: 'language' },
    update: { only: ['language', 'ttsString', 'text', 'tags'] },
  }),
  permissions: {
    view: ['architect:userPrompt:view'],
    add: ['architect:userPrompt:edit'],
    edit: ['architect:userPrompt:edit'],
    delete: ['architect:userPrompt:edit'],
  },
  audit: { service: 'Architect', entityType: 'PromptResource' },
  reversibility: { create: 'exact', update: 'exact', delete: 'exact' },
  effect: 'in-progress',
});
