/** What the engine says while it works, for progress bars and event streams. Never needed for correctness. */
export { createAnnounce, type Announce, type EngineEventKind } from './event-kinds.ts';
