import { isJsonObject, isSameJson, type Json, type JsonObject } from '../../core/index.ts';
import type { LiveObject, ResourceDescriptor, WriteRules } from '../../core/resource/index.ts';
import type { ApiAnswer } from '../client/api-call.ts';
import { descriptorOf, unsupported, type ResourceContext } from './context.ts';
import { paramsBelow, paramsOf, partsOf, toLive, withoutParent } from './place.ts';
import { toReadForm, toWireForm, splitSettings, withSettings } from './read-form.ts';
import { readSettings } from './finish.ts';
import { withVersion } from './version-param.ts';
import { inPartsOfOneWrite } from './write-parts.ts';
import { bodyFor, secretsIn, takesField } from './write-body.ts';

/**
 * Makes an object by one request, its separate settings by another, and by one more what a creation does not take and an
 * update does (a user's manager).
 */
export async function createObject(context: ResourceContext, type: string, body: JsonObject): Promise<LiveObject> {
  const descriptor = descriptorOf(context.catalogue, type);
  const rules = descriptor.api.create;
  if (rules === undefined) throw unsupported(descriptor, 'create');
  const { body: own, parentId } = withoutParent(descriptor, body);
  const split = splitSettings(descriptor.api, own);
  const answer = await sendWrite(context, descriptor, {
    rules,
    params: paramsForNew(context, descriptor, parentId),
    body: split.body,
  });
  const made = await withLateFields(context, descriptor, split.body, answerBody(answer, split.body));
  if (split.settings === undefined) return liveOf(descriptor, made, parentId);
  const id = String(made['id'] ?? '');
  const settings = await inPartsOfOneWrite(true, () =>
    writeSettings(context, descriptor, { id, settings: split.settings ?? null }),
  );
  return liveOf(descriptor, made, parentId, settings);
}

/**
 * Replaces an object's writable fields by one request, and its separate settings by another. Some answers are an
 * operation under way or an outline: the object keeps its id whatever they say.
 */
export async function updateObject(
  context: ResourceContext,
  type: string,
  id: string,
  body: JsonObject,
): Promise<LiveObject> {
  const descriptor = descriptorOf(context.catalogue, type);
  const rules = descriptor.api.update;
  const split = splitSettings(descriptor.api, withoutParent(descriptor, body).body);
  if (rules === undefined) throw unsupported(descriptor, 'update');
  const { catalogue } = context;
  const own = paramsOf(catalogue, descriptor, id);
  const params = await withVersion(context, descriptor, { path: rules.path, params: own });
  const answer = await sendWrite(context, descriptor, { rules, params, body: split.body });
  const { parentId } = partsOf(catalogue, descriptor, id);
  const written = { ...idOfUpdated(context, descriptor, id), ...answerBody(answer, split.body) };
  if (split.settings === undefined) return { ...liveOf(descriptor, written, parentId), id };
  const settings = await inPartsOfOneWrite(true, () =>
    writeSettings(context, descriptor, { id, settings: split.settings ?? null }),
  );
  return { ...liveOf(descriptor, written, parentId, settings), id };
}

/** What was made, after an update where it lacks something that was wanted and that only an update takes. */
async function withLateFields(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  wanted: JsonObject,
  made: JsonObject,
): Promise<JsonObject> {
  const { create, update } = descriptor.api;
  const id = made[descriptor.api.list.idField];
  if (create === undefined || update === undefined || typeof id !== 'string' || descriptor.shape.kind !== 'object')
    return made;
  const late = Object.entries(wanted).filter(
    ([name, value]) =>
      !takesField(create, name) && takesField(update, name) && value !== null && !isShown(made[name], value),
  );
  if (late.length === 0) return made;
  const version = made['version'];
  const body = { ...wanted, ...(version === undefined ? {} : { version }) };
  const answer = await inPartsOfOneWrite(true, () =>
    sendWrite(context, descriptor, { rules: update, params: { id }, body }),
  );
  return { ...made, ...answerBody(answer, Object.fromEntries(late)) };
}

/** True when the answer holds all that was wanted there; references are shown with more than their ids. */
function isShown(shown: Json | undefined, wanted: Json): boolean {
  if (isJsonObject(shown) && isJsonObject(wanted))
    return Object.entries(wanted).every(([name, value]) => isShown(shown[name], value));
  return shown !== undefined && isSameJson(shown, wanted);
}

function paramsForNew(
  context: ResourceContext,
  { shape }: ResourceDescriptor,
  parentId: string | undefined,
): Readonly<Record<string, string>> {
  if (shape.kind === 'object' || parentId === undefined) return {};
  return paramsBelow(context.catalogue, shape.parentType, parentId);
}

/** Some answers leave the id out. */
function idOfUpdated(context: ResourceContext, descriptor: ResourceDescriptor, id: string): JsonObject {
  return { [descriptor.api.list.idField]: partsOf(context.catalogue, descriptor, id).own };
}

interface WriteRequest {
  readonly rules: WriteRules;
  readonly params: Readonly<Record<string, string>>;
  /** As our side has it; the rules shape it for the wire. */
  readonly body: JsonObject;
}

function sendWrite(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  request: WriteRequest,
): Promise<ApiAnswer> {
  const { rules, params } = request;
  const wire = toWireForm(descriptor.api, request.body);
  return context.client.call({
    method: rules.method,
    path: rules.path,
    query: rules.query,
    params,
    body: bodyFor(rules, wire),
    repeatable: false,
    versioned: descriptor.versioned,
    secrets: secretsIn(descriptor, request.body),
  });
}

async function writeSettings(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  given: { readonly id: string; readonly settings: Json },
): Promise<Json | undefined> {
  const current = await readSettings(context, descriptor, given.id);
  const base = isJsonObject(current) ? current : {};
  const version = base['version'];
  const body = { ...base, ...(given.settings as JsonObject), ...(version === undefined ? {} : { version }) };
  const path = descriptor.api.settings?.path ?? '';
  const answer = await context.client.call({
    method: 'PUT',
    path,
    params: { id: given.id },
    body,
    repeatable: false,
    versioned: true,
    secrets: secretsIn(descriptor, withSettings(descriptor.api, {}, body)),
  });
  return answer.body ?? body;
}

/** Some writes answer nothing; then what was sent stands for the answer. */
function answerBody(answer: ApiAnswer, sent: JsonObject): JsonObject {
  return isJsonObject(answer.body) ? answer.body : sent;
}

function liveOf(
  descriptor: ResourceDescriptor,
  body: JsonObject,
  parentId: string | undefined,
  settings?: Json,
): LiveObject {
  return toLive(descriptor, withSettings(descriptor.api, toReadForm(descriptor.api, body), settings), parentId);
}
