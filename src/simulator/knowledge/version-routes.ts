import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import { cursorPageOf } from '../entity/listing.ts';
import { shownTo } from '../entity/routes.ts';
import { writableEntity } from '../entity/visibility.ts';
import { deleteEntity } from '../entity/write.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { permissionsFor } from '../model/description.ts';
import { checkBody } from '../model/model-check.ts';
import type { Reply } from '../wire/message.ts';
import { notFound, PlatformError } from '../wire/platform-error.ts';
import { publishedIn, variationsOf, versionsIn, versionsOf } from './document-store.ts';
import { documentType } from './document.ts';
import { namedDocument } from './reading-routes.ts';

const publishing = 'postKnowledgeKnowledgebaseDocumentVersions';

/** Publishing documents, one or many at a time, or an earlier version again; their versions; deleting many. */
export const versionRoutes: readonly Route[] = [
  describedRoute(publishing, publishOne),
  describedRoute('getKnowledgeKnowledgebaseDocumentVersions', list),
  describedRoute('getKnowledgeKnowledgebaseDocumentVersion', get),
  describedRoute('postKnowledgeKnowledgebaseDocumentsVersionsBulkAdd', publishMany),
  describedRoute('postKnowledgeKnowledgebaseDocumentsBulkRemove', removeMany),
];

function publishOne(context: Context): Reply {
  const { restoreFromVersionId } = isObject(context.body) ? checkBody(context.body, 'KnowledgeDocumentVersion') : {};
  const version = publish(context, documentToPublish(context), restoreFromVersionId);
  return { status: 200, body: shown(context, version) };
}

function documentToPublish(context: Context): Entity {
  return writableEntity(context, documentType, context.params['documentId'] ?? '', permissionsFor(publishing));
}

/** Publishes the draft of a document, or an earlier version again; returns the new version. */
export function publish(context: Context, document: Entity, restoreFrom?: unknown): Entity {
  const { organisation, now } = context;
  if (restoreFrom !== undefined) restore(context, document, String(restoreFrom));
  const draft = organisation.collection(documentType.name).current(document.id) ?? document;
  const versionNumber = Number(versionsOf(organisation, draft.id).at(0)?.['versionNumber'] ?? 0) + 1;
  const datePublished = isoDate(now);
  const id = organisation.ids.next();
  const documentVersion = { id, selfUri: `${placeOf(draft)}/versions/${id}` };
  const facts = { state: 'Published', lastPublishedVersionNumber: versionNumber, datePublished, documentVersion };
  const published: Entity = { ...draft, ...facts };
  const variations = variationsOf(organisation, draft.id).map((variation) => ({ ...variation, documentVersion }));
  const version = { id, documentId: draft.id, versionNumber, datePublished, document: published, variations };
  organisation.collection(documentType.name).put(published);
  const baseId = textOf(draft, '$knowledgeBaseId');
  publishedIn(organisation).put({ id: draft.id, baseId, document: published, variations });
  versionsIn(organisation).put(version);
  recordAudit(context, { ...auditOf(documentType.audit, draft, published), action: 'Publish' });
  return version;
}

function restore({ organisation }: Context, document: Entity, versionId: string): void {
  const version = versionsOf(organisation, document.id).find(({ id }) => id === versionId);
  if (!version) throw notFound('version of knowledge document', versionId);
  const variations = organisation.collection('knowledge_document_variation');
  for (const { id } of variationsOf(organisation, document.id)) variations.remove(id);
  for (const variation of version['variations'] as readonly Entity[]) variations.put(variation);
  organisation.collection(documentType.name).put(version['document'] as Entity);
}

function list(context: Context): Reply {
  const versions = versionsOf(context.organisation, namedDocument(context).id);
  const present = (version: Entity) => shown(context, version);
  return { status: 200, body: cursorPageOf(context, versions, { maxPageSize: 200, present }) };
}

function get(context: Context): Reply {
  const wanted = context.params['versionId'] ?? '';
  const found = versionsOf(context.organisation, namedDocument(context).id).find(({ id }) => id === wanted);
  if (!found) throw notFound('version of knowledge document', wanted);
  return { status: 200, body: shown(context, found) };
}

function shown(context: Context, { documentId: _document, variations: _variations, ...version }: Entity): JsonObject {
  const document = version['document'] as Entity;
  const selfUri = `${placeOf(document)}/versions/${String(version['id'])}`;
  return { ...version, document: shownTo(context, documentType, document), selfUri };
}

function publishMany(context: Context): Reply {
  return forEach(context, 'KnowledgeDocumentBulkVersionAddRequest', (of, entry) =>
    shown(context, publish(of, documentToPublish(of), entry['restoreFromVersionId'])),
  );
}

function removeMany(context: Context): Reply {
  return forEach(context, 'KnowledgeDocumentBulkRemoveRequest', (of, { id }) => {
    deleteEntity(of, documentType, String(id));
    return { id };
  });
}

/** Does something for every entry of a bulk request; what one is refused for stands in its result. */
function forEach(context: Context, model: string, act: (of: Context, entry: JsonObject) => JsonObject): Reply {
  const { entities } = checkBody(context.body, model);
  const entries = Array.isArray(entities) ? entities.filter(isObject) : [];
  const results = entries.map((entry) => {
    try {
      return { entity: act({ ...context, params: { ...context.params, documentId: textOf(entry, 'id') } }, entry) };
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      return { error: { code: error.code, message: error.message } };
    }
  });
  const errorIndexes = results.flatMap((result, index) => ('error' in result ? [index] : []));
  return { status: 200, body: { results, errorCount: errorIndexes.length, errorIndexes } };
}

function placeOf(document: Entity): string {
  return `/api/v2/knowledge/knowledgebases/${textOf(document, '$knowledgeBaseId')}/documents/${document.id}`;
}
