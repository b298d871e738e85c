import { describedType } from '../described/described-type.ts';
import { textOf, type Entity } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { documentReference } from './shown-variation.ts';

/** Variations of a document, which hold what it says. A change of one makes its document a draft. */
export const variationType = describedType('knowledge_document_variation', {
  label: 'document variation',
  audit: { service: 'Knowledge' },
  without: ['get', 'list'],
  hooks: {
    accept: (_context, { document: _document, documentVersion: _version, ...body }) => body,
    stored: ({ organisation }, entity, before) => reopen(organisation, entity ?? before),
    present: (organisation, variation) => ({ document: documentReference(organisation, variation) }),
  },
});

function reopen(organisation: Organisation, variation: Entity | undefined): void {
  const documents = organisation.collection('knowledge_document');
  const document = documents.current(textOf(variation ?? {}, '$documentId'));
  if (document) documents.put({ ...document, state: 'Draft' });
}
