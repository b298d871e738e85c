import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';

/**
 * The addresses of a user as answers show them: `display` repeats what people read. An extension of its own shows as
 * `extension` when a pool has it, else as `display` only.
 */
export function shownContacts(organisation: Organisation, owner: Entity): readonly unknown[] {
  const contacts = owner['addresses'];
  if (!Array.isArray(contacts)) return [];
  return contacts.map((contact: unknown) => (isObject(contact) ? shown(organisation, contact) : contact));
}

function shown(organisation: Organisation, contact: JsonObject): JsonObject {
  const address = textOf(contact, 'address');
  if (address !== '') return { ...contact, display: address };
  const { extension, ...rest } = contact;
  if (extension === undefined) return contact;
  return isPooled(organisation, String(extension))
    ? { ...contact, display: extension }
    : { ...rest, display: extension };
}

function isPooled(organisation: Organisation, extension: string): boolean {
  const pools = organisation.collection('telephony_providers_edges_extension_pool').shownAll();
  return pools.some((pool) => {
    const [start, end] = [textOf(pool, 'startNumber'), textOf(pool, 'endNumber')];
    const isWithin = start.length === extension.length && start <= extension && extension <= end;
    return isWithin && pool['state'] !== 'deleted';
  });
}
