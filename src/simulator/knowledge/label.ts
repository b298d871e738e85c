import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import { refId, type Entity } from '../kernel/values.ts';
import { refuseTwin } from './category.ts';

/** Labels of a knowledge base; a deleted one is taken off its documents. */
export const labelType = describedType('knowledge_label', {
  label: 'label',
  audit: { service: 'Knowledge' },
  hooks: {
    check: (context, entity, before) => refuseTwin(context, 'knowledge_label', entity, before),
    stored: (context, entity, before) => {
      if (entity === undefined && before !== undefined) takeOff(context, before.id);
    },
    present: (organisation, label) => ({
      documentCount: organisation
        .collection('knowledge_document')
        .currentAll()
        .filter((document) => labelIds(document).includes(label.id)).length,
    }),
  },
});

/** The ids of a document's labels. */
export function labelIds({ labels }: Entity): readonly string[] {
  return Array.isArray(labels) ? labels.flatMap((label) => refId(label) ?? []) : [];
}

function takeOff({ organisation }: Context, labelId: string): void {
  const documents = organisation.collection('knowledge_document');
  for (const document of documents.currentAll()) {
    const ids = labelIds(document);
    if (!ids.includes(labelId)) continue;
    documents.put({ ...document, labels: ids.filter((id) => id !== labelId).map((id) => ({ id })) });
  }
}
