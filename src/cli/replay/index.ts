/**
 * Building a simulated organisation from the files of one: which documents can be recreated, in rounds of the engine's own
 * plan and deploy, by requests to the API alone. Knows no resource type.
 */
export { findSources, type FoundSources } from './find-sources.ts';
export { exchangeWith, replayUrl } from './exchange.ts';
export { createHurryingClock } from './replay-clock.ts';
export { replayInto } from './replay-into.ts';
export type { Remark, ReplayResult, ReplaySource } from './replay-source.ts';
