/** From the handles of a plan to the live ids of a run. */
export { bindChanges, bindDocument, bindValue, idOfHandle, resolveHandle, type Bindings } from './bindings.ts';
