import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { knowledgeCategory } from './knowledge-category.ts';
import { knowledgeDocument } from './knowledge-document.ts';
import { knowledgeDocumentVariation } from './knowledge-document-variation.ts';
import { knowledgeKnowledgebase } from './knowledge-knowledgebase.ts';
import { knowledgeLabel } from './knowledge-label.ts';

/** The types of this area. */
export const knowledgeTypes: readonly ResourceDescriptor[] = [
  knowledgeCategory,
  knowledgeDocument,
  knowledgeDocumentVariation,
  knowledgeKnowledgebase,
  knowledgeLabel,
];
