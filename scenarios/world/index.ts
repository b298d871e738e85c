/**
 * Set-up that end-to-end tests share: simulated organisations, the real client to them over HTTP or in process, stores,
 * artifacts made in code, processes that die at a chosen boundary, and whole organisations in a form that compares.
 */
export { artifactOf, ensure, ensureFlow, ref, remove, rename } from './actions.ts';
export { readCanonical, type CanonicalOrganisation } from './canonical-organisation.ts';
export { cloneOrganisation } from './clone-organisation.ts';
export { environmentOf } from './environment.ts';
export { createFastClock } from './fast-clock.ts';
export { createInProcessExchange, inProcessUrl } from './in-process.ts';
export { openHttpWorld } from './http-world.ts';
export { createInProcessWorld, stateAfter, type InProcessOptions } from './in-process-world.ts';
export { createFatefulLife, createLife, type Life } from './life.ts';
export { contentFormats, openPlatform, portsOf, requestOf } from './ports.ts';
export { addSimulated, createSimulated, humanEmail, type SimulatedOrganisation } from './simulated.ts';
export { writtenBy, type Written } from './written.ts';
export { live, type World } from './world.ts';
