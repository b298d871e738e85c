import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { cursorPageOf } from '../entity/listing.ts';
import { requireParents } from '../entity/parents.ts';
import { shownTo } from '../entity/routes.ts';
import { selectEntities } from '../entity/select.ts';
import { readableEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import type { Entity } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import { publishedDocument, publishedVariations } from './document-store.ts';
import { documentType, wantedDocuments } from './document.ts';
import { variationType } from './variation.ts';

const everything = { permissions: { none: true }, maxPageSize: 200 } as const;

/**
 * Reading documents and variations. Of a document that is published that state is answered, unless the query asks for
 * the draft; of one that never was, the draft.
 */
export const readingRoutes: readonly Route[] = [
  describedRoute('getKnowledgeKnowledgebaseDocuments', listDocuments),
  describedRoute('getKnowledgeKnowledgebaseDocument', getDocument),
  describedRoute('getKnowledgeKnowledgebaseDocumentVariations', listVariations),
  describedRoute('getKnowledgeKnowledgebaseDocumentVariation', getVariation),
];

/** The document in the path of a request, as it is stored; PlatformError 404. */
export function namedDocument(context: Context): Entity {
  return readableEntity(context, documentType, context.params['documentId'] ?? '');
}

function listDocuments(context: Context): Reply {
  const drafts = selectEntities(context, documentType, everything);
  const documents = wantedDocuments(context.organisation, context.query, drafts);
  const present = (document: Entity) => shownTo(context, documentType, document);
  return { status: 200, body: cursorPageOf(context, documents, { maxPageSize: 200, present }) };
}

function getDocument(context: Context): Reply {
  const draft = namedDocument(context);
  const published = publishedDocument(context.organisation, draft.id);
  const state = context.query.get('state');
  if (state === 'Published' && !published) throw notFound('published knowledge document', draft.id);
  const document = state === 'Draft' ? draft : (published ?? draft);
  return { status: 200, body: shownTo(context, documentType, document) };
}

function listVariations(context: Context): Reply {
  requireParents(context, variationType);
  const variations = variationsAsked(context);
  const present = (variation: Entity) => shownTo(context, variationType, variation);
  return { status: 200, body: cursorPageOf(context, variations, { maxPageSize: 200, present }) };
}

function getVariation(context: Context): Reply {
  requireParents(context, variationType);
  const wanted = context.params['documentVariationId'] ?? '';
  const found = variationsAsked(context).find(({ id }) => id === wanted);
  if (!found) throw notFound('document variation', wanted);
  return { status: 200, body: shownTo(context, variationType, found) };
}

function variationsAsked(context: Context): readonly Entity[] {
  const { id } = namedDocument(context);
  const state = context.query.get('documentState');
  const isPublished = publishedDocument(context.organisation, id) !== undefined;
  if (state === 'Published' || (state === null && isPublished)) return publishedVariations(context.organisation, id);
  return selectEntities(context, variationType, everything);
}
