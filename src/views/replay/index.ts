/** What became of an export that was rebuilt in a simulated organisation, as text. */
export { replayToHuman, type ReplaySummary } from './human.ts';
