import type { Context } from '../../context.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { nameTest } from '../../entity/select.ts';
import { textOf, type Entity } from '../../kernel/values.ts';
import { badRequest, conflict } from '../../wire/platform-error.ts';
import { queryFlag } from '../../wire/query.ts';
import { currentResources, forgetResources, shownResources } from './resource-store.ts';

const identifier = /^[A-Za-z_]\w*$/;

/** User prompts. Flows name them as `Prompt.«name»`, so a name is an identifier. No version: the last write wins. */
export const promptType: EntityType = {
  name: 'architect_user_prompt',
  label: 'user prompt',
  path: '/api/v2/architect/prompts',
  idParameter: 'promptId',
  list: {
    permissions: { all: ['architect:userPrompt:view'] },
    maxPageSize: 100,
    name: 'wildcard',
    byDivision: true,
    filter: promptFilter,
  },
  get: { permissions: { all: ['architect:userPrompt:view'] } },
  create: { permissions: { all: ['architect:userPrompt:add'] }, model: 'Prompt' },
  update: { method: 'PUT', partial: true, permissions: { all: ['architect:userPrompt:edit'] }, model: 'Prompt' },
  delete: { permissions: { all: ['architect:userPrompt:delete'] } },
  divided: true,
  uniqueName: { status: 409, code: 'general.conflict' },
  references: [{ path: 'division.id', type: 'auth_division', blocksDelete: 400 }],
  audit: { service: 'Architect', entityType: 'Prompt' },
  hooks: {
    accept: (_context, body) => {
      const { id: _id, ...own } = body;
      return own;
    },
    check: checkName,
    checkDelete: refuseResources,
    stored: (context, entity, before) => {
      if (!entity && before) forgetResources(context.organisation, before.id);
    },
    present: (organisation, prompt) => ({ resources: shownResources(organisation, prompt.id) }),
  },
};

function promptFilter(query: URLSearchParams): ((prompt: Entity) => boolean) | undefined {
  const description = query.get('description')?.toLowerCase();
  const either = query.get('nameOrDescription')?.toLowerCase();
  if (!description && !either) return undefined;
  const matches = (wanted: string, prompt: Entity, name: string): boolean =>
    nameTest('wildcard', wanted)(textOf(prompt, name).toLowerCase());
  return (prompt) =>
    (!description || matches(description, prompt, 'description')) &&
    (!either || matches(either, prompt, 'name') || matches(either, prompt, 'description'));
}

function checkName(_context: Context, prompt: Entity): void {
  const name = textOf(prompt, 'name');
  if (identifier.test(name)) return;
  throw badRequest(
    `The prompt name "${name}" may hold only letters, digits and underscores and must not begin with a digit.`,
    'invalid.value',
    {
      details: [{ errorCode: 'invalid.value', fieldName: 'name' }],
    },
  );
}

function refuseResources(context: Context, prompt: Entity): void {
  if (queryFlag(context.query, 'allResources')) return;
  if (currentResources(context.organisation, prompt.id).length === 0) return;
  throw conflict(`The prompt "${textOf(prompt, 'name')}" has resources; delete them first or use allResources=true.`);
}
