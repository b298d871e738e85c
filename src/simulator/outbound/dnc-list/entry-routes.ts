import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { readableEntity, writableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { stringsOf, textOf, type Entity } from '../../kernel/values.ts';
import { checkBody } from '../../model/model-check.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { queryFlag } from '../../wire/query.ts';
import { csvText } from '../contact-list/csv.ts';
import { exportRoutes } from '../contact-list/export.ts';
import { dncListType } from './dnc-list.ts';
import { addEntries, entriesOf, removeEntries } from './entries.ts';

/** Phone numbers and e-mail addresses of do-not-contact lists, their export, and the state of an import (never one). */
export const dncEntryRoutes: readonly Route[] = [
  ...routesFor('Phonenumbers', {
    isValid: (value) => /^\+?[0-9]{3,20}$/u.test(value),
    body: 'DncPatchPhoneNumbersRequest',
  }),
  ...routesFor('Emailaddresses', { isValid: (value) => value.includes('@'), body: 'DncPatchEmailsRequest' }),
  ...exportRoutes({
    type: dncListType,
    start: 'postOutboundDnclistExport',
    get: 'getOutboundDnclistExport',
    csv: csvOf,
  }),
  describedRoute('getOutboundDnclistImportstatus', (context) => {
    readableEntity(context, dncListType, context.params['dncListId'] ?? '');
    return { status: 200, body: { totalRecords: 0, completedRecords: 0, percentComplete: 0 } };
  }),
];

/** What a kind of entry looks like, and the model of the body that changes some. */
type EntryKind = { readonly isValid: (value: string) => boolean; readonly body: string };

function routesFor(name: string, kind: EntryKind): readonly Route[] {
  return [
    describedRoute(`postOutboundDnclist${name}`, (context) => {
      if (!Array.isArray(context.body))
        throw badRequest('The request body is not a JSON array.', 'invalid.request.body');
      return add(context, kind, stringsOf(context.body), context.query.get('expirationDateTime') ?? '');
    }),
    describedRoute(`patchOutboundDnclist${name}`, (context) => change(context, kind)),
    describedRoute(`deleteOutboundDnclist${name}`, (context) => empty(context, kind)),
  ];
}

/** PlatformError 400 for lists that another company keeps. */
function internalList(context: Context): Entity {
  const list = writableEntity(context, dncListType, context.params['dncListId'] ?? '', { none: true });
  if (['rds', 'rds_custom'].includes(textOf(list, 'dncSourceType'))) return list;
  throw badRequest('Entries can only be given to internal DNC lists.', 'dnc.list.is.external');
}

function add(context: Context, { isValid }: EntryKind, values: readonly string[], expires: string): Reply {
  const list = internalList(context);
  if (expires !== '' && Number.isNaN(Date.parse(expires))) throw badRequest('expirationDateTime is no date.');
  const wrong = values.find((value) => !isValid(value));
  if (wrong !== undefined) throw badRequest(`"${wrong}" cannot be an entry of the list.`, 'invalid.value');
  addEntries(
    context.organisation,
    list.id,
    values.map((value) => ({ value, expires })),
  );
  return { status: 204 };
}

function change(context: Context, kind: EntryKind): Reply {
  const body = checkBody(context.body, kind.body);
  const values = stringsOf(body['phoneNumbers'] ?? body['emailAddresses']);
  const action = textOf(body, 'action').toLowerCase();
  if (action === 'add') return add(context, kind, values, textOf(body, 'expirationDateTime'));
  if (action !== 'remove' && action !== 'delete') throw badRequest('action must be Add or Remove.', 'invalid.value');
  removeEntries(context.organisation, internalList(context).id, ({ value }) => values.includes(value));
  return { status: 204 };
}

function empty(context: Context, { isValid }: EntryKind): Reply {
  const list = internalList(context);
  const isExpiredOnly = queryFlag(context.query, 'expiredOnly');
  removeEntries(context.organisation, list.id, ({ value, expires }) => {
    const isExpired = expires !== '' && Date.parse(expires) <= context.now;
    return isValid(value) && (!isExpiredOnly || isExpired);
  });
  return { status: 204 };
}

function csvOf(context: Context, list: Entity): string {
  const rows = entriesOf(context.organisation, list.id).map(({ value, expires }) => [value, '', expires]);
  return csvText([[textOf(list, 'contactMethod').toLowerCase(), 'dateCreated', 'expirationDate'], ...rows]);
}
