/** Whether credentials belong to the organisation that an environment pins. */
export { refuseForeign } from './refuse-foreign.ts';
