import { describedType } from '../../described/described-type.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';
import { badRequest } from '../../wire/platform-error.ts';

/** Contacts of a list, one by one. Lists, additions and bulk operations have their own routes. */
export const contactType: EntityType = describedType('outbound_contact_list_contact', {
  label: 'contact',
  audit: { service: 'Outbound', entityType: 'Contact' },
  without: ['list', 'create'],
  hooks: {
    accept: (_context, { contactListId: _list, ...body }) => body,
    check: (context, contact) => checkContact(context.organisation, contact),
    present: shownContact,
  },
});

/** The contacts of a list as writes see them, in the order of their creation. */
export function contactsIn(organisation: Organisation, listId: string): readonly Entity[] {
  return organisation
    .collection(contactType.name)
    .currentAll()
    .filter((contact) => contact['$contactListId'] === listId);
}

/** The contacts of a list as reads see them. */
export function shownContacts(organisation: Organisation, listId: string): readonly Entity[] {
  return organisation
    .collection(contactType.name)
    .shownAll()
    .filter((contact) => contact['$contactListId'] === listId);
}

/** PlatformError 400 for data of a column that the list does not have. */
function checkContact(organisation: Organisation, contact: Entity): void {
  const list = organisation.collection('outbound_contact_list').current(textOf(contact, '$contactListId'));
  const columns = new Set(stringsOf(list?.['columnNames']));
  const data = isObject(contact['data']) ? contact['data'] : {};
  const stranger = Object.keys(data).find((column) => !columns.has(column));
  if (stranger === undefined) return;
  const details = [{ errorCode: 'invalid.contact.column', fieldName: `data.${stranger}` }];
  throw badRequest(`The contact list has no column "${stranger}".`, 'invalid.contact.column', { details });
}

function shownContact(organisation: Organisation, contact: Entity): JsonObject {
  const listId = textOf(contact, '$contactListId');
  const list = organisation.collection('outbound_contact_list').current(listId);
  const columns = Array.isArray(list?.['phoneColumns']) ? list['phoneColumns'].filter(isObject) : [];
  const callable = columns.map((column) => [textOf(column, 'columnName'), { callable: true }] as const);
  const given = isObject(contact['phoneNumberStatus']) ? contact['phoneNumberStatus'] : {};
  return {
    contactListId: listId,
    callable: contact['callable'] ?? true,
    phoneNumberStatus: { ...Object.fromEntries(callable), ...given },
  };
}
