import { isObject, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';

/** The code that a function action runs: what was said of it, and the archive that was uploaded for it. */
export type StoredFunction = Entity & { readonly function: JsonObject; readonly zip?: JsonObject };

const shelf = 'integration_action.functions';

/** The function of an action, or of its draft; undefined when there is none. */
export function functionOf(organisation: Organisation, actionId: string, isDraft: boolean): StoredFunction | undefined {
  const found = organisation.ledger(shelf).current(keyOf(actionId, isDraft));
  return found && isStoredFunction(found) ? found : undefined;
}

/** Stores the function of an action or of its draft; returns it. */
export function putFunction(
  organisation: Organisation,
  actionId: string,
  isDraft: boolean,
  change: Omit<StoredFunction, 'id'>,
): StoredFunction {
  const stored = { ...change, id: keyOf(actionId, isDraft) } as StoredFunction;
  organisation.ledger(shelf).put(stored);
  return stored;
}

/** Makes the function of the draft that of the action itself. */
export function publishFunction(organisation: Organisation, actionId: string): void {
  const draft = functionOf(organisation, actionId, true);
  if (draft) putFunction(organisation, actionId, false, draft);
}

/** Why a draft with a function cannot be published; undefined when it can, or has no function. */
export function functionProblem(organisation: Organisation, actionId: string): string | undefined {
  const draft = functionOf(organisation, actionId, true);
  if (!draft || draft.zip?.['status'] === 'Available') return undefined;
  return 'The archive of the function has not been uploaded, or cannot be used.';
}

function keyOf(actionId: string, isDraft: boolean): string {
  return isDraft ? `${actionId}/draft` : actionId;
}

function isStoredFunction(entity: Entity): entity is StoredFunction {
  return isObject(entity['function']);
}
