import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import type { Route } from '../../feature.ts';
import { isoDate } from '../../kernel/clock.ts';
import { uuidFrom } from '../../kernel/ids.ts';
import { textOf, type JsonObject } from '../../kernel/values.ts';
import { checkBody } from '../../model/model-check.ts';
import type { Reply } from '../../wire/message.ts';
import { notFound } from '../../wire/platform-error.ts';
import { actionType } from '../action.ts';
import { draftOf } from '../draft-store.ts';
import { functionOf, putFunction, type StoredFunction } from './function-store.ts';

/** The code of function actions: described on the draft, uploaded to a presigned address, published with the draft. */
export const functionRoutes: readonly Route[] = [
  describedRoute('getIntegrationsActionFunction', (context) => read(context, false)),
  describedRoute('getIntegrationsActionDraftFunction', (context) => read(context, true)),
  describedRoute('putIntegrationsActionDraftFunction', describe),
  describedRoute('postIntegrationsActionDraftFunctionUpload', upload),
];

function read(context: Context, isDraft: boolean): Reply {
  const id = actionId(context);
  const found = functionOf(context.organisation, id, isDraft);
  if (!found || (isDraft && !draftOf(context.organisation, id))) throw notFound('function of data action', id);
  return { status: 200, body: shown(found) };
}

function describe(context: Context): Reply {
  const id = requireDraft(context);
  const before = functionOf(context.organisation, id, true);
  const body = checkBody(context.body, 'Function');
  const described: JsonObject = {
    timeoutSeconds: 15,
    ...body,
    id: textOf(before?.function ?? {}, 'id') || context.organisation.ids.next(),
    dateCreated: isoDate(context.now),
    ...(before?.zip === undefined ? {} : { zipId: before.zip['id'] }),
  };
  const zip = before?.zip === undefined ? {} : { zip: before.zip };
  const stored = putFunction(context.organisation, id, true, { function: described, ...zip });
  return { status: 200, body: shown(stored) };
}

function upload(context: Context): Reply {
  const { organisation, world, baseUrl, now } = context;
  const id = requireDraft(context);
  const { fileName, signedUrlTimeoutSeconds = 30 } = checkBody(context.body, 'FunctionUploadRequest');
  const zipId = organisation.ids.next();
  const zip = { id: zipId, name: fileName, status: 'Pending', dateCreated: isoDate(now) };
  putFunction(organisation, id, true, { function: functionOf(organisation, id, true)?.function ?? {}, zip });
  const signature = signatureOf(world.seed, zipId);
  const url = `${baseUrl}/uploads/functions/${organisation.id}/${id}?zip=${zipId}&signature=${signature}`;
  return { status: 200, body: { url, headers: { 'Content-Type': 'application/zip' }, signedUrlTimeoutSeconds } };
}

/** Proof in the address to which an archive is uploaded. */
export function signatureOf(seed: string, zipId: string): string {
  return uuidFrom(`${seed}/signature/${zipId}`);
}

function requireDraft(context: Context): string {
  const id = actionId(context);
  if (!draftOf(context.organisation, id)) throw notFound('draft of data action', id);
  return id;
}

function actionId(context: Context): string {
  return context.params['actionId'] ?? '';
}

function shown({ id, function: described, zip }: StoredFunction): JsonObject {
  const action = id.split('/')[0] ?? '';
  const selfUri = `${actionType.path}/${action}${id === action ? '' : '/draft'}/function`;
  return {
    id: action,
    ...(Object.keys(described).length === 0 ? {} : { function: described }),
    ...(zip === undefined ? {} : { zip }),
    uploadExceptionHistory: [],
    selfUri,
  };
}
