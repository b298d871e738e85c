/** Whether credentials belong to the organisation that an environment pins. */
export { refuseForeign, type PinnedEnvironment } from './refuse-foreign.ts';
