import type { Case } from '../case.ts';

/** What the suite is told of these types, by type. */
export const messagingCases: Readonly<Record<string, Case>> = {};
