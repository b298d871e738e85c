import { extname } from 'node:path/posix';
import type { Context, OpenContext } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import type { OpenRoute, Route, TimerHandler } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { uuidFrom } from '../kernel/ids.ts';
import { textOf, type Entity } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import type { Organisation } from '../state/organisation.ts';
import { startTimer } from '../state/timers.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, PlatformError } from '../wire/platform-error.ts';
import { putFile } from './asset-file.ts';
import { assetType } from './asset.ts';

/** Kind of the timer at whose end an uploaded file is an asset. */
export const assetTimer = 'response-asset';

const delayMs = 200;
const shelf = 'responsemanagement.uploads';

const contentTypes: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.txt': 'text/plain',
  '.yaml': 'application/yaml',
};

/** Gives out the address to which the file of a new asset is PUT. */
export const assetUploadsRoute: Route = describedRoute('postResponsemanagementResponseassetsUploads', register);

/** The presigned upload; it needs exactly the headers that came with its address. */
export const assetFileRoute: OpenRoute = {
  method: 'PUT',
  path: '/uploads/responseassets/{organisationId}/{assetId}',
  handle: upload,
};

/** Makes the asset of an uploaded file. */
export const endAssetUpload: TimerHandler = (_world, organisation, { subject }) => {
  const uploads = organisation.ledger(shelf);
  const { $signature: _signature, ...asset } = uploads.current(subject) ?? { id: '' };
  if (asset.id === '') return;
  uploads.remove(subject);
  organisation.collection(assetType.name).put({ ...asset, id: subject });
};

function register(context: Context): Reply {
  const { organisation, baseUrl, caller, now } = context;
  const { name, divisionId = organisation.homeDivisionId } = checkBody(context.body, 'CreateResponseAssetRequest');
  const contentType = typeOf(String(name));
  const division = organisation.collection('auth_division').current(String(divisionId));
  if (!division) throw badRequest(`Unable to find division with id ${String(divisionId)}`, 'invalid.reference');
  const id = organisation.ids.next();
  const $signature = uuidFrom(`${context.world.seed}/signature/${id}`);
  const asset: Entity = {
    id,
    name,
    division: { id: division.id },
    contentType,
    dateCreated: isoDate(now),
    createdBy: { id: caller.subjectId },
  };
  organisation.ledger(shelf).put({ ...asset, $signature });
  recordAudit(context, auditOf(assetType.audit, undefined, asset));
  const url = `${baseUrl}/uploads/responseassets/${organisation.id}/${id}?signature=${$signature}`;
  return { status: 200, body: { id, url, headers: headersOf(organisation, contentType) } };
}

function upload(open: OpenContext): Reply {
  const organisation = open.world.organisations.get(open.params['organisationId'] ?? '');
  const waiting = organisation?.ledger(shelf).current(open.params['assetId'] ?? '');
  const isSigned = waiting !== undefined && waiting['$signature'] === open.query.get('signature');
  if (!organisation || !waiting || !isSigned) throw denied('The signature of the address does not match.');
  const wanted = Object.entries(headersOf(organisation, textOf(waiting, 'contentType')));
  const missing = wanted.find(([name, value]) => open.headers[name.toLowerCase()] !== value);
  if (missing) throw denied(`The header ${missing[0]} is not as it was signed.`);
  const bytes = Buffer.from(open.rawBody);
  putFile(organisation, waiting.id, bytes);
  const contentLocation = `${open.baseUrl}/downloads/responseassets/${organisation.id}/${waiting.id}`;
  organisation.ledger(shelf).put({ ...waiting, contentLength: bytes.length, contentLocation });
  startTimer(organisation, open.now, { kind: assetTimer, subject: waiting.id, delayMs });
  return { status: 200 };
}

function typeOf(name: string): string {
  const type = contentTypes[extname(name).toLowerCase()];
  if (type !== undefined) return type;
  const details = [{ errorCode: 'invalid.value', fieldName: 'name' }];
  throw badRequest('The name must end in the extension of an allowed kind of file.', 'invalid.value', { details });
}

function headersOf(organisation: Organisation, contentType: string): Readonly<Record<string, string>> {
  return { 'Content-Type': contentType, 'x-amz-meta-organizationid': organisation.id };
}

function denied(message: string): PlatformError {
  return new PlatformError(403, 'forbidden', message);
}
