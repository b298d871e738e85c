/** Where knowledge bases are. */
export const knowledgeBasesPath = '/api/v2/knowledge/knowledgebases';

/** Where the documents of one knowledge base are, seen from a document's own list. */
export const documentsPath = `${knowledgeBasesPath}/{parentId}/documents`;

/** One document, seen from what lies under it. */
export const parentDocumentPath = `${knowledgeBasesPath}/{parentId2}/documents/{parentId}`;
