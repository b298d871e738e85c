import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';

/**
 * The addresses of a user or group as answers show them: `display` repeats what people read. The simulator has no
 * extension pools, so an extension of its own shows as `display` only, as the platform does with unmapped ones.
 */
export function shownContacts(owner: Entity): readonly unknown[] {
  const contacts = owner['addresses'];
  return Array.isArray(contacts) ? contacts.map((contact) => (isObject(contact) ? shown(contact) : contact)) : [];
}

function shown(contact: JsonObject): JsonObject {
  const address = textOf(contact, 'address');
  if (address !== '') return { ...contact, display: address };
  const { extension, ...rest } = contact;
  return extension === undefined ? contact : { ...rest, display: extension };
}
