import type { JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';

const shelf = 'outbound_contact_list.imports';

/** How the latest import into a list is going; zeroes when there was none. A finished import has no state. */
export function importStatusOf(organisation: Organisation, listId: string): JsonObject {
  const { id: _id, ...status } = organisation.ledger(shelf).current(listId) ?? { id: '' };
  return { totalRecords: 0, completedRecords: 0, percentComplete: 0, ...status };
}

/** Replaces what is known of the latest import into a list. */
export function putImportStatus(organisation: Organisation, listId: string, status: JsonObject): void {
  organisation.ledger(shelf).put({ ...status, id: listId });
}
