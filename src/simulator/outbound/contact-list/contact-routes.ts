import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { recordAudit } from '../../entity/audit.ts';
import { pageOf } from '../../entity/listing.ts';
import { queryOfBody } from '../../entity/page-body.ts';
import { shownTo } from '../../entity/routes.ts';
import { stampsFor } from '../../entity/stamps.ts';
import { namedEntity, writableEntity } from '../../entity/visibility.ts';
import { storeEntity } from '../../entity/write.ts';
import type { Route } from '../../feature.ts';
import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { checkBody, checkListBody } from '../../model/model-check.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { queryList } from '../../wire/query.ts';
import { contactListType } from './contact-list.ts';
import { contactsIn, contactType, shownContacts } from './contact.ts';
import { csvText } from './csv.ts';
import { exportRoutes } from './export.ts';
import { importStatusOf } from './import-status.ts';
import { contactCondition } from './search.ts';
import { idColumn } from './upload.ts';

const mostAtOnce = 1000;

/** What is done with the contacts of a list: adding, searching, reading and deleting many, clearing, export and import. */
export const contactRoutes: readonly Route[] = [
  describedRoute('postOutboundContactlistContacts', add),
  describedRoute('postOutboundContactlistContactsSearch', search),
  describedRoute('postOutboundContactlistContactsBulk', readMany),
  describedRoute('deleteOutboundContactlistContacts', deleteMany),
  describedRoute('postOutboundContactlistClear', clear),
  describedRoute('getOutboundContactlistImportstatus', (context) => ({
    status: 200,
    body: importStatusOf(context.organisation, listNamed(context).id),
  })),
  ...exportRoutes({
    type: contactListType,
    start: 'postOutboundContactlistExport',
    get: 'getOutboundContactlistExport',
    csv: csvOf,
  }),
];

function listNamed(context: Context): Entity {
  return namedEntity(context, contactListType);
}

function listForWrite(context: Context): Entity {
  return writableEntity(context, contactListType, context.params['contactListId'] ?? '', { none: true });
}

function add(context: Context): Reply {
  const list = listForWrite(context);
  const bodies = checkListBody(context.body, 'WritableDialerContact');
  if (bodies.length > mostAtOnce) throw badRequest(`At most ${mostAtOnce} contacts can be added in one request.`);
  const added = bodies.map((body) => addOne(context, list, body));
  return { status: 200, body: added.map((contact) => shownTo(context, contactType, contact)) };
}

/** A contact whose id the list has already is changed; without an id it is given one. */
function addOne(context: Context, list: Entity, { contactListId: _list, ...body }: JsonObject): Entity {
  const wanted = textOf(body, 'id');
  const known = context.organisation.collection(contactType.name).current(wanted);
  const before = known?.['$contactListId'] === list.id ? known : undefined;
  if (known && !before) throw badRequest(`The contact id ${wanted} is in use in another list.`, 'invalid.value');
  const entity = {
    ...before,
    ...body,
    ...stampsFor(context, contactType, before),
    $contactListId: list.id,
    id: wanted === '' ? context.organisation.ids.next() : wanted,
  };
  return storeEntity(context, contactType, { entity, before });
}

function search(context: Context): Reply {
  const list = listNamed(context);
  const body = checkBody(context.body ?? {}, 'ContactListingRequest');
  const conditions = [filterNamed(context, textOf(body, 'contactListFilterId')), body['criteria']];
  const tests = conditions.filter(isObject).map(contactCondition);
  const found = shownContacts(context.organisation, list.id).filter((contact) =>
    tests.every((holds) => holds(contact)),
  );
  const asked = { ...context, query: queryOfBody(body) };
  const page = pageOf(asked, sorted(found, body['contactSorts']), {
    maxPageSize: 100,
    present: (contact) => shownTo(context, contactType, contact),
  });
  return { status: 200, body: { ...page, contactsCount: found.length } };
}

function filterNamed(context: Context, id: string): Entity | undefined {
  if (id === '') return undefined;
  const filter = context.organisation.collection('outbound_contactlistfilter').current(id);
  if (filter) return filter;
  throw badRequest(`Unable to find contact list filter with id ${id}`, 'invalid.reference');
}

function sorted(contacts: readonly Entity[], sorts: unknown): readonly Entity[] {
  const [first] = Array.isArray(sorts) ? sorts.filter(isObject) : [];
  if (!first) return contacts;
  const valueOf = (contact: Entity): string =>
    isObject(contact['data']) ? textOf(contact['data'], textOf(first, 'fieldName')) : '';
  const isNumeric = first['numeric'] === true;
  const order = (left: Entity, right: Entity): number =>
    isNumeric ? Number(valueOf(left)) - Number(valueOf(right)) : valueOf(left).localeCompare(valueOf(right), 'en');
  const ascending = contacts.toSorted(order);
  return textOf(first, 'direction') === 'DESC' ? ascending.toReversed() : ascending;
}

function readMany(context: Context): Reply {
  const list = listNamed(context);
  if (!Array.isArray(context.body)) throw badRequest('The request body is not a JSON array.', 'invalid.request.body');
  const wanted = new Set(stringsOf(context.body));
  const found = shownContacts(context.organisation, list.id).filter(({ id }) => wanted.has(id));
  return { status: 200, body: found.map((contact) => shownTo(context, contactType, contact)) };
}

function deleteMany(context: Context): Reply {
  const list = listForWrite(context);
  const wanted = new Set(queryList(context.query, 'contactIds'));
  if (wanted.size === 0) throw badRequest('The query has no contactIds.', 'missing.required.value');
  remove(context, list, (contact) => wanted.has(contact.id));
  return { status: 204 };
}

function clear(context: Context): Reply {
  const list = listForWrite(context);
  remove(context, list, () => true);
  return { status: 204 };
}

function remove(context: Context, list: Entity, isMeant: (contact: Entity) => boolean): void {
  const contacts = context.organisation.collection(contactType.name);
  const gone = contactsIn(context.organisation, list.id).filter(isMeant);
  for (const contact of gone) contacts.remove(contact.id);
  const entity = { id: list.id, name: textOf(list, 'name') };
  if (gone.length > 0) recordAudit(context, { ...contactListType.audit, action: 'ContactsDelete', entity });
}

function csvOf(context: Context, list: Entity): string {
  const body = isObject(context.body) ? checkBody(context.body, 'ContactsExportRequest') : {};
  const ids = stringsOf(body['contactIds']);
  const conditions = [filterNamed(context, textOf(body, 'contactListFilterId')), body['criteria']].filter(isObject);
  const tests = conditions.map(contactCondition);
  const columns = stringsOf(list['columnNames']);
  const rows = shownContacts(context.organisation, list.id)
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .filter((contact) => tests.every((holds) => holds(contact)))
    .map((contact) => [contact.id, ...columns.map((column) => cell(contact, column)), callableText(contact)]);
  return csvText([[idColumn, ...columns, 'Callable'], ...rows]);
}

function cell(contact: Entity, column: string): string {
  return isObject(contact['data']) ? textOf(contact['data'], column) : '';
}

function callableText(contact: Entity): string {
  return contact['callable'] === false ? '0' : '1';
}
