import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { queryList } from '../wire/query.ts';
import { forgetModule, ruleOf } from './module-store.ts';

const described = describedType('learning_modules', {
  label: 'learning module',
  audit: { service: 'Learning' },
  defaults: () => ({
    type: 'Informational',
    excludedFromCatalog: false,
    enforceContentOrder: false,
    informSteps: [],
    source: 'UserCreated',
    isArchived: false,
  }),
  hooks: {
    accept: acceptModule,
    stored: ({ organisation }, entity, before) => {
      if (entity === undefined && before !== undefined) forgetModule(organisation, before.id);
    },
    present: (organisation, entity, expand) =>
      expand.includes('rule') ? { rule: ruleOf(organisation, entity.id) } : {},
  },
});

/** Learning modules: unpublished as soon as they are changed. Every change and every publication is a version. */
export const moduleType: EntityType = {
  ...described,
  ...(described.list && {
    list: {
      ...described.list,
      filter: (query) => {
        const [types, statuses] = [new Set(queryList(query, 'types')), new Set(queryList(query, 'statuses'))];
        const externalIds = new Set(queryList(query, 'externalIds'));
        const phrase = query.get('searchTerm')?.toLowerCase() ?? '';
        return (entity) =>
          (types.size === 0 || types.has(textOf(entity, 'type'))) &&
          (statuses.size === 0 || statuses.has(statusOf(entity))) &&
          (externalIds.size === 0 || externalIds.has(textOf(entity, 'externalId'))) &&
          textOf(entity, 'name').toLowerCase().includes(phrase);
      },
    },
  }),
};

function acceptModule(_context: Context, body: JsonObject, before: Entity | undefined): JsonObject {
  const { autoAssign, ...form } = body;
  const rule = isObject(autoAssign)
    ? { autoAssign: { rule: { id: autoAssign['ruleId'] }, enabled: autoAssign['enabled'] } }
    : {};
  return { ...form, ...rule, isPublished: false, isArchived: before?.['isArchived'] ?? false };
}

function statusOf({ isArchived, isPublished }: Entity): string {
  if (isArchived === true) return 'Archived';
  return isPublished === true ? 'Published' : 'Unpublished';
}
