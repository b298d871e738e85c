import { stringsAt } from '../../kernel/paths.ts';
import { stringsOf, type Entity } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { outboundType } from '../outbound-type.ts';
import { checkColumns } from '../plain-types.ts';
import { contactsIn, contactType, shownContacts } from './contact.ts';
import { importStatusOf } from './import-status.ts';

const columnPlaces = ['phoneColumns[].columnName', 'emailColumns[].columnName', 'whatsAppColumns[].columnName'];

/** Lists of contacts. Their columns stay as they were made; `size` and `importStatus` show when they are asked for. */
export const contactListType = outboundType('outbound_contact_list', {
  label: 'contact list',
  defaults: () => ({
    phoneColumns: [],
    previewModeAcceptedValues: [],
    automaticTimeZoneMapping: false,
    trimWhitespace: false,
  }),
  expandable: ['size', 'importStatus'],
  holds: { outbound_attempt_limit: 400 },
  hooks: {
    check: (_context, list, before) => {
      checkColumns(list['columnNames']);
      checkUses(list);
      if (before) checkSameColumns(list, before);
    },
    present: (organisation, { id }, expand) => ({
      ...(expand.includes('size') ? { size: shownContacts(organisation, id).length } : {}),
      ...(expand.includes('importStatus') ? { importStatus: importStatusOf(organisation, id) } : {}),
    }),
    stored: (context, after, before) => {
      if (after || !before) return;
      const contacts = context.organisation.collection(contactType.name);
      for (const contact of contactsIn(context.organisation, before.id)) contacts.remove(contact.id);
    },
  },
});

function checkUses(list: Entity): void {
  const columns = new Set(stringsOf(list['columnNames']));
  for (const place of columnPlaces) {
    const stranger = stringsAt(list, place).find((name) => !columns.has(name));
    if (stranger === undefined) continue;
    const details = [{ errorCode: 'invalid.contact.column', fieldName: place }];
    throw badRequest(`The contact list has no column "${stranger}".`, 'invalid.contact.column', { details });
  }
}

function checkSameColumns(list: Entity, before: Entity): void {
  if (JSON.stringify(list['columnNames']) === JSON.stringify(before['columnNames'])) return;
  const details = [{ errorCode: 'invalid.update', fieldName: 'columnNames' }];
  throw badRequest('The columns of a contact list cannot change.', 'invalid.update', { details });
}
