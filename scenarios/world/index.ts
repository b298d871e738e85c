/**
 * Set-up that end-to-end tests share: simulated organisations, the real client to them over HTTP or in process, stores,
 * artifacts made in code, processes that die at a chosen boundary, and whole organisations in a form that compares.
 */
export { artifactOf, ensure, ensureFlow, ref, remove, rename, type ChangesetDraft } from './actions.ts';
export { readCanonical, type CanonicalOrganisation } from './canonical-organisation.ts';
export { cloneOrganisation } from './clone-organisation.ts';
export { createFastClock, type FastClock } from './fast-clock.ts';
export { createInProcessExchange, inProcessUrl, type Travel } from './in-process.ts';
export { openHttpWorld } from './http-world.ts';
export { createInProcessWorld, stateAfter, type InProcessOptions } from './in-process-world.ts';
export { createFatefulLife, createLife, type Fateful, type Life } from './life.ts';
export { contentFormats, openPlatform, portsOf, requestOf, type Access, type ProcessFacts } from './ports.ts';
export { environmentOf } from './environment.ts';
export { addSimulated, createSimulated, humanEmail, type SimulatedOrganisation } from './simulated.ts';
export { writtenBy, type Written } from './written.ts';
export { live, type Fate, type World } from './world.ts';
