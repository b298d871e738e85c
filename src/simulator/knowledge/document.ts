import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { refId, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { queryFlag, queryList } from '../wire/query.ts';
import { forgetDocument, publishedDocument, publishedVariations, variationsOf } from './document-store.ts';
import { baseReference } from './knowledge-base.ts';
import { labelIds } from './label.ts';
import { shownVariation } from './shown-variation.ts';

const described = describedType('knowledge_document', {
  label: 'knowledge document',
  audit: { service: 'Knowledge' },
  without: ['get', 'list'],
  holds: { knowledge_category: 409 },
  references: [{ path: 'category.id', type: 'knowledge_category', blocksDelete: 409, shows: ['name', 'selfUri'] }],
  people: 'reference',
  defaults: () => ({ visible: true, alternatives: [], readonly: false, labels: [] }),
  hooks: {
    // What is written is a draft, until it is published.
    accept: (_context, body) => ({ ...body, state: 'Draft' }),
    stored: ({ organisation }, entity, before) => {
      if (entity === undefined && before !== undefined) forgetDocument(organisation, before.id);
    },
    present: (organisation, document, expand) => ({
      knowledgeBase: baseReference(organisation, textOf(document, '$knowledgeBaseId')),
      ...(expand.includes('variations') ? { variations: variationsShown(organisation, document) } : {}),
    }),
  },
});

/** Documents of a knowledge base. The stored one is the draft; what is published of it is kept beside it. */
export const documentType: EntityType = described;

/** Which of the documents a list asks for, as they are to be shown: published ones, and drafts on request. */
export function wantedDocuments(
  organisation: Organisation,
  query: URLSearchParams,
  drafts: readonly Entity[],
): readonly Entity[] {
  const shown = queryFlag(query, 'includeDrafts')
    ? drafts
    : drafts.flatMap(({ id }) => publishedDocument(organisation, id) ?? []);
  const categories = new Set(queryList(query, 'categoryId'));
  const labels = new Set(queryList(query, 'labelIds'));
  const ids = new Set(queryList(query, 'documentId'));
  const externalIds = new Set(queryList(query, 'externalIds'));
  return shown.filter(
    (document) =>
      (categories.size === 0 || categories.has(refId(document['category']) ?? '')) &&
      (labels.size === 0 || labelIds(document).some((id) => labels.has(id))) &&
      (ids.size === 0 || ids.has(document.id)) &&
      (externalIds.size === 0 || externalIds.has(textOf(document, 'externalId'))),
  );
}

function variationsShown(organisation: Organisation, document: Entity): readonly JsonObject[] {
  const variations =
    document['state'] === 'Published'
      ? publishedVariations(organisation, document.id)
      : variationsOf(organisation, document.id);
  return variations.map((variation) => shownVariation(organisation, variation));
}
