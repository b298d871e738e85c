import type { Case } from '../case.ts';

/** What the suite is told of these types, by type. */
export const knowledgeAndJourneyCases: Readonly<Record<string, Case>> = {
  guide_version: { idOf: ({ version }) => String(version), update: { instruction: 'Ask for the number.' } },
};
