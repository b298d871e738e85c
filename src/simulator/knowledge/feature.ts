import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Knowledge. */
export const knowledgeFeature: Feature = {
  name: 'knowledge',
  types: [
    describedType('knowledge_category', { label: 'category', audit: { service: 'Knowledge' } }),
    describedType('knowledge_document', { label: 'document', audit: { service: 'Knowledge' } }),
    describedType('knowledge_document_variation', { label: 'document variation', audit: { service: 'Knowledge' } }),
    describedType('knowledge_knowledgebase', { label: 'knowledgebase', audit: { service: 'Knowledge' } }),
    describedType('knowledge_label', { label: 'label', audit: { service: 'Knowledge' } }),
  ],
};
