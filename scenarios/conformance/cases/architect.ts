import type { Case } from '../case.ts';

/** What the suite is told of these types, by type. */
export const architectCases: Readonly<Record<string, Case>> = {};
