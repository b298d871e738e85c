/** From the handles of a plan to the live ids of a run. */
export { bindChanges, bindDocument, idOfHandle, resolveHandle, type Bindings } from './bindings.ts';
