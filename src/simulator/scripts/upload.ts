import { authenticate, requirePermissions } from '../access/authenticate.ts';
import type { Context, OpenContext } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import type { OpenRoute, Route, TimerHandler } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { startTimer } from '../state/timers.ts';
import type { Reply } from '../wire/message.ts';
import { parseForm, type FormPart } from '../wire/multipart.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';
import { scriptType } from './script.ts';
import { readScriptFile } from './script-file.ts';

/** Kind of the timer at whose end an uploaded script is there. */
export const uploadTimer = 'script-upload';

const delayMs = 200;
const shelf = 'script.uploads';

/**
 * `POST /uploads/v2/scripter` of the apps host: a form with the `file`, its `scriptName` and, to replace a script, its
 * `scriptIdToReplace`. Needs the access token as API requests do.
 */
export const scriptUploadRoute: OpenRoute = { method: 'POST', path: '/uploads/v2/scripter', handle: upload };

/** How an upload went. */
export const uploadStatusRoute: Route = describedRoute('getScriptsUploadStatus', status, {
  any: ['scripter:script:view'],
});

/** Puts the uploaded script where it can be read, or says why not. */
export const endUpload: TimerHandler = (_world, organisation, { subject }) => {
  const uploads = organisation.ledger(shelf);
  const waiting = uploads.current(subject);
  const script = waiting?.['script'];
  if (isObject(script)) organisation.collection(scriptType.name).put(script as Entity);
  if (waiting) uploads.put({ id: subject, succeeded: isObject(script), message: textOf(waiting, 'message') });
};

function upload(open: OpenContext): Reply {
  const identity = authenticate(open.world, open.headers['authorization'], open.now);
  requirePermissions(identity.caller, { any: ['scripter:script:add'] });
  const context: Context = { ...open, ...identity, body: undefined };
  const form = parseForm(open.rawBody, open.headers['content-type']);
  if (!form?.has('file')) throw badRequest('The upload has no file.', 'invalid.request.body');
  const { organisation } = context;
  const id = organisation.ids.next();
  const result = scriptIn(context, form);
  organisation.ledger(shelf).put({ id, ...result, succeeded: false });
  startTimer(organisation, open.now, { kind: uploadTimer, subject: id, delayMs });
  return { status: 200, body: { correlationId: id } };
}

function scriptIn(context: Context, form: ReadonlyMap<string, FormPart>): JsonObject {
  const read = readScriptFile(textIn(form, 'file'));
  if (read.kind === 'refused') return { message: read.message };
  const replaced = textIn(form, 'scriptIdToReplace');
  const { organisation, now } = context;
  const before = organisation.collection(scriptType.name).current(replaced);
  if (replaced !== '' && !before) return { message: `Unable to find script with id ${replaced}` };
  const name = textIn(form, 'scriptName').trim() || textOf(before ?? {}, 'name');
  if (name === '') return { message: 'The script has no name.' };
  const date = isoDate(now);
  const fresh = { division: { id: organisation.homeDivisionId }, createdDate: date };
  const script: Entity = {
    ...(before ?? fresh),
    ...read.content,
    id: before?.id ?? organisation.ids.next(),
    name,
    versionId: organisation.ids.next(),
    versionDate: date,
    modifiedDate: date,
  };
  recordAudit(context, auditOf(scriptType.audit, before, script));
  return { script };
}

function status(context: Context): Reply {
  const id = context.params['uploadId'] ?? '';
  const found = context.organisation.ledger(shelf).current(id);
  if (!found) throw notFound('upload', id);
  const message = textOf(found, 'message');
  return { status: 200, body: { succeeded: found['succeeded'] === true, ...(message === '' ? {} : { message }) } };
}

function textIn(form: ReadonlyMap<string, FormPart>, name: string): string {
  return form.get(name)?.bytes.toString('utf8') ?? '';
}
