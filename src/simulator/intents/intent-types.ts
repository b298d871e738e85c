import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { refId, textOf, type Entity } from '../kernel/values.ts';
import { forgetSourceIntents } from './source-intent-store.ts';

const audit = { service: 'ExternalContacts' };
const uniqueName = { status: 409, code: 'general.conflict' } as const;

const category = describedType('intents_categories', {
  label: 'intent category',
  audit: { ...audit, entityType: 'IntentCategory' },
  uniqueName,
});

/** Categories of customer intents; one that is in use stays. */
export const categoryType: EntityType = {
  ...category,
  ...(category.list && { list: { ...category.list, filter: (query) => about(query) } }),
};

const intent = describedType('intents_customerintents', {
  label: 'customer intent',
  audit: { ...audit, entityType: 'CustomerIntent' },
  uniqueName,
  holds: { intents_categories: 409 },
  hooks: {
    stored: (context, entity, before) => {
      if (entity === undefined) forgetSourceIntents(context.organisation, before?.id ?? '');
    },
  },
});

/** Customer intents. */
export const intentType: EntityType = {
  ...intent,
  ...(intent.list && {
    list: {
      ...intent.list,
      filter: (query) => {
        const [wanted, isAbout] = [query.get('categoryId'), about(query)];
        return (entity) =>
          (wanted === null || refId(entity['category']) === wanted) && (isAbout === undefined || isAbout(entity));
      },
    },
  }),
};

function about(query: URLSearchParams): ((entity: Entity) => boolean) | undefined {
  const phrase = query.get('queryValue')?.toLowerCase();
  if (!phrase) return undefined;
  return (entity) => `${textOf(entity, 'name')} ${textOf(entity, 'description')}`.toLowerCase().includes(phrase);
}
