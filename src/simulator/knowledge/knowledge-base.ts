import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { forgetDocument, publishedIn } from './document-store.ts';

const described = describedType('knowledge_knowledgebase', {
  label: 'knowledge base',
  audit: { service: 'Knowledge' },
  uniqueName: { status: 409, code: 'general.conflict' },
  defaults: () => ({ contentSearchEnabled: false }),
  hooks: {
    stored: (context, entity, before) => {
      if (entity === undefined && before !== undefined) forgetContents(context, before.id);
    },
    present: countsOf,
  },
});

/** Knowledge bases: published as soon as one of their documents is. */
export const baseType: EntityType = {
  ...described,
  ...(described.list && {
    list: {
      ...described.list,
      filter: (query, { organisation }) => {
        const [language, published] = [query.get('coreLanguage')?.toLowerCase(), query.get('published')];
        return (base) =>
          (!language || textOf(base, 'coreLanguage').toLowerCase() === language) &&
          (published === null || String(publishedOf(organisation, base.id).length > 0) === published);
      },
    },
  }),
};

/** How documents and categories name the knowledge base that they lie under. */
export function baseReference(organisation: Organisation, id: string): JsonObject {
  const base = organisation.collection('knowledge_knowledgebase').current(id);
  const language = base?.['coreLanguage'];
  const selfUri = `/api/v2/knowledge/knowledgebases/${id}`;
  return { id, ...(language === undefined ? {} : { languageCode: language }), selfUri };
}

function countsOf(organisation: Organisation, base: Entity): JsonObject {
  const published = publishedOf(organisation, base.id);
  const dates = organisation
    .collection('knowledge_document')
    .currentAll()
    .filter((document) => document['$knowledgeBaseId'] === base.id)
    .map((document) => textOf(document, 'dateModified'));
  const latest = dates.toSorted().at(-1);
  return {
    published: published.length > 0,
    articleCount: published.length,
    faqCount: 0,
    ...(latest === undefined ? {} : { dateDocumentLastModified: latest }),
  };
}

function publishedOf(organisation: Organisation, baseId: string): readonly Entity[] {
  return publishedIn(organisation)
    .currentAll()
    .filter((entry) => entry['baseId'] === baseId);
}

function forgetContents({ organisation }: Context, baseId: string): void {
  for (const name of ['knowledge_category', 'knowledge_label', 'knowledge_document']) {
    const objects = organisation.collection(name);
    for (const { id, $knowledgeBaseId: of } of objects.currentAll()) {
      if (of !== baseId) continue;
      if (name === 'knowledge_document') forgetDocument(organisation, id);
      objects.remove(id);
    }
  }
}
