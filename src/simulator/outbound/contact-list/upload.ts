import { authenticate, requirePermissions } from '../../access/authenticate.ts';
import type { OpenContext } from '../../context.ts';
import type { OpenRoute, TimerHandler } from '../../feature.ts';
import { stringsOf, type Entity } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';
import { startTimer } from '../../state/timers.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, PlatformError } from '../../wire/platform-error.ts';
import { errorBody } from '../../wire/platform-error.ts';
import { contactType } from './contact.ts';
import { parseCsv } from './csv.ts';
import { putImportStatus } from './import-status.ts';
import { parseForm } from '../../wire/multipart.ts';

/** Kind of the timer that ends an import. */
export const importTimer = 'contact-import';

const importMs = 500;
const uploads = 'outbound_contact_list.uploads';
/** What an export calls the column with the ids of contacts. */
export const idColumn = 'inin-outbound-id';

/** `POST /uploads/v2/contactlist` of the apps host: a form with the CSV `file`, the list's `id` and `contact-id-name`. */
export const contactUploadRoute: OpenRoute = { method: 'POST', path: '/uploads/v2/contactlist', handle: upload };

function upload(open: OpenContext): Reply {
  try {
    return accept(open);
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return { status: error.status, body: errorBody(error, open.correlationId) };
  }
}

function accept(open: OpenContext): Reply {
  const { organisation, caller } = authenticate(open.world, open.headers['authorization'], open.now);
  requirePermissions(caller, { any: ['outbound:contact:add'] });
  const form = parseForm(open.rawBody, open.headers['content-type']);
  const file = form?.get('file');
  if (!form || !file) throw badRequest('The form has no file.', 'invalid.request.body');
  const listId = form.get('id')?.bytes.toString() ?? '';
  const list = organisation.collection('outbound_contact_list').current(listId);
  if (!list) throw badRequest(`Unable to find contact list with id ${listId}`, 'invalid.reference');
  const idName = form.get('contact-id-name')?.bytes.toString() ?? '';
  organisation.ledger(uploads).put({ id: listId, text: file.bytes.toString('utf8'), idName });
  putImportStatus(organisation, listId, { state: 'IN_PROGRESS' });
  startTimer(organisation, open.now, { kind: importTimer, subject: listId, delayMs: importMs });
  return { status: 200, body: { correlationId: open.correlationId } };
}

/** Adds the uploaded contacts to their list, or says why not. */
export const endImport: TimerHandler = (_world, organisation, { subject: listId }) => {
  const waiting = organisation.ledger(uploads).current(listId);
  const list = organisation.collection('outbound_contact_list').current(listId);
  organisation.ledger(uploads).remove(listId);
  if (!waiting || !list) return;
  const [header = [], ...records] = parseCsv(String(waiting['text']));
  const problem = problemOf(header, list, String(waiting['idName']));
  const totalRecords = records.length;
  if (problem !== undefined) {
    putImportStatus(organisation, listId, { state: 'FAILED', totalRecords, failureReason: problem });
    return;
  }
  for (const record of records) addRecord(organisation, { list, header, idName: String(waiting['idName']) }, record);
  putImportStatus(organisation, listId, { totalRecords, completedRecords: totalRecords, percentComplete: 100 });
};

function problemOf(header: readonly string[], list: Entity, idName: string): string | undefined {
  const columns = new Set([...stringsOf(list['columnNames']), idName, idColumn]);
  if (header.length === 0) return 'EMPTY_FILE';
  return header.some((name) => !columns.has(name)) ? 'CONTACT_COLUMNS_LIMIT_EXCEEDED' : undefined;
}

type Target = { readonly list: Entity; readonly header: readonly string[]; readonly idName: string };

function addRecord(organisation: Organisation, { list, header, idName }: Target, record: readonly string[]): void {
  const contacts = organisation.collection(contactType.name);
  const columns = new Set(stringsOf(list['columnNames']));
  const cells = header.map((name, index) => [name, record[index] ?? ''] as const);
  const given = cells.find(([name]) => name === (idName || idColumn))?.[1] ?? '';
  const known = given === '' ? undefined : contacts.current(given);
  const isOwn = known?.['$contactListId'] === list.id;
  const id = given !== '' && (known === undefined || isOwn) ? given : organisation.ids.next();
  const data = Object.fromEntries(cells.filter(([name]) => columns.has(name)));
  contacts.put({ ...(isOwn ? known : {}), id, $contactListId: list.id, data });
}
