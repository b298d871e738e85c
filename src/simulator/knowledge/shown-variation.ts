import { textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { baseReference } from './knowledge-base.ts';

/** A variation as answers show it. */
export function shownVariation(organisation: Organisation, variation: Entity): JsonObject {
  const { $knowledgeBaseId: _base, $documentId: _document, ...shown } = variation;
  const document = documentReference(organisation, variation);
  return { ...shown, document, selfUri: `${String(document['selfUri'])}/variations/${variation.id}` };
}

/** How a variation names its document. */
export function documentReference(organisation: Organisation, variation: Entity): JsonObject {
  const [baseId, id] = [textOf(variation, '$knowledgeBaseId'), textOf(variation, '$documentId')];
  const knowledgeBase = baseReference(organisation, baseId);
  return { id, knowledgeBase, selfUri: `${String(knowledgeBase['selfUri'])}/documents/${id}` };
}
