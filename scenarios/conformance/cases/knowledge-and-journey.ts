import type { Case } from '../case.ts';

/** What the suite is told of these types, by type. */
export const knowledgeAndJourneyCases: Readonly<Record<string, Case>> = {
  guide_version: { idOf: ({ version }) => String(version), update: { instruction: 'Ask for the number.' } },
  journey_view_schedule: { update: { frequency: 'Weekly' } },
  // A change names the version that it starts from: in the path, not in the body.
  journey_views: { values: async () => ({ versionId: '1' }) },
  speechandtextanalytics_dictionaryfeedback: { update: { boostValue: 3 } },
  knowledge_document: { values: async () => ({ includeDrafts: true, state: 'Draft' }) },
  knowledge_document_variation: { values: async () => ({ documentState: 'Draft' }) },
};
