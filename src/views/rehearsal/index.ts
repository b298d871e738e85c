/** What a rehearsal showed, as text, JSON, Markdown and JUnit. */
export { rehearsalToHuman } from './human.ts';
export { rehearsalToJson, rehearsalToJunit, rehearsalToMarkdown } from './formats.ts';
export type { RehearsalPart, RehearsalRound, RehearsalSummary } from './summary.ts';
