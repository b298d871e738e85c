import { isObject, textOf, type JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';

/** A phone number or e-mail address that must not be contacted, until a date or for ever (''). */
export type DncEntry = { readonly value: string; readonly expires: string };

const shelf = 'outbound_dnclist.entries';

/** The entries of a list in the order in which they came. */
export function entriesOf(organisation: Organisation, listId: string): readonly DncEntry[] {
  const kept = organisation.collection(shelf).current(listId)?.['entries'];
  return Array.isArray(kept) ? kept.filter(isObject).map(toEntry) : [];
}

/** Adds values to a list; those that it has already get the new date. */
export function addEntries(organisation: Organisation, listId: string, added: readonly DncEntry[]): void {
  const fresh = new Map(added.map((entry) => [entry.value, entry]));
  const kept = entriesOf(organisation, listId).filter(({ value }) => !fresh.has(value));
  put(organisation, listId, [...kept, ...fresh.values()]);
}

/** Takes entries out of a list. */
export function removeEntries(organisation: Organisation, listId: string, isMeant: (entry: DncEntry) => boolean): void {
  put(
    organisation,
    listId,
    entriesOf(organisation, listId).filter((entry) => !isMeant(entry)),
  );
}

/** Removes what a deleted list had. */
export function forgetEntries(organisation: Organisation, listId: string): void {
  organisation.collection(shelf).remove(listId);
}

function put(organisation: Organisation, id: string, entries: readonly DncEntry[]): void {
  organisation.collection(shelf).put({ id, entries });
}

function toEntry(entry: JsonObject): DncEntry {
  return { value: textOf(entry, 'value'), expires: textOf(entry, 'expires') };
}
