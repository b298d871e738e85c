import { textOf, type Entity } from '../kernel/values.ts';
import type { Collection } from '../state/collection.ts';
import type { Organisation } from '../state/organisation.ts';

/** What is published of documents, by the id of the document: the document, its variations and its base. */
export function publishedIn(organisation: Organisation): Collection {
  return organisation.ledger('knowledge_document.published');
}

/** All versions that were ever published, by their ids. */
export function versionsIn(organisation: Organisation): Collection {
  return organisation.ledger('knowledge_document.versions');
}

/** The versions of a document, the newest first. */
export function versionsOf(organisation: Organisation, documentId: string): readonly Entity[] {
  return versionsIn(organisation)
    .currentAll()
    .filter((version) => textOf(version, 'documentId') === documentId)
    .toSorted((a, b) => Number(b['versionNumber']) - Number(a['versionNumber']));
}

/** The variations of a document as they are stored now. */
export function variationsOf(organisation: Organisation, documentId: string): readonly Entity[] {
  return organisation
    .collection('knowledge_document_variation')
    .currentAll()
    .filter((variation) => variation['$documentId'] === documentId);
}

/** The published document, or undefined. */
export function publishedDocument(organisation: Organisation, documentId: string): Entity | undefined {
  return publishedIn(organisation).current(documentId)?.['document'] as Entity | undefined;
}

/** The variations of the published document; none when it is not published. */
export function publishedVariations(organisation: Organisation, documentId: string): readonly Entity[] {
  return (publishedIn(organisation).current(documentId)?.['variations'] as readonly Entity[] | undefined) ?? [];
}

/** Removes variations and versions of a document that is deleted. */
export function forgetDocument(organisation: Organisation, documentId: string): void {
  for (const { id } of variationsOf(organisation, documentId))
    organisation.collection('knowledge_document_variation').remove(id);
  for (const { id } of versionsOf(organisation, documentId)) versionsIn(organisation).remove(id);
  if (publishedIn(organisation).current(documentId)) publishedIn(organisation).remove(documentId);
}
