import type { Entity } from '../kernel/values.ts';
import type { Collection } from '../state/collection.ts';
import type { Organisation } from '../state/organisation.ts';

const shelf = 'integration_action.drafts';

/** The drafts of an organisation; a draft has the id of its action. */
export function draftsIn(organisation: Organisation): Collection {
  return organisation.collection(shelf);
}

/** The draft of an action as it is stored, or undefined. */
export function draftOf(organisation: Organisation, actionId: string): Entity | undefined {
  return draftsIn(organisation).current(actionId);
}

/** Removes the draft of an action, if it has one. */
export function forgetDraft(organisation: Organisation, actionId: string): void {
  if (draftOf(organisation, actionId)) draftsIn(organisation).remove(actionId);
}
