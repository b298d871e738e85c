import { isJsonObject, isSameJson, type Json, type JsonObject } from '../../core/index.ts';
import {
  toUpdateBody,
  type ApiCapability,
  type LiveObject,
  type ResourceDescriptor,
} from '../../core/resource/index.ts';
import type { ApiAnswer } from '../client/api-call.ts';
import { failureOf } from '../errors.ts';
import type { ResourceContext } from '../resource/context.ts';
import { readObject } from '../resource/read.ts';
import { inPartsOfOneWrite } from '../resource/write-parts.ts';
import { updateObject } from '../resource/write.ts';

type DraftPublish = Extract<ApiCapability, { kind: 'draft-publish' }>;

/** What an update of a published object with a draft is about. */
export interface DraftUpdate {
  readonly id: string;
  readonly body: JsonObject;
  /** As it was read before; read again when it is not given. */
  readonly before?: JsonObject | undefined;
}

/**
 * Updates in place where the changed fields allow it; otherwise writes the draft and publishes it. When that is refused the
 * draft is put back as it was, since one that says something else than what is published stands in the way of later writes.
 */
export async function updateByDraft(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  capability: DraftPublish,
  update: DraftUpdate,
): Promise<LiveObject> {
  const before = update.before ?? (await readObject(context, descriptor.type, update.id))?.body;
  const isInPlace =
    before !== undefined &&
    changedFields(descriptor, before, update.body).every((field) => capability.publishedFields.includes(field));
  if (isInPlace) return updateObject(context, descriptor.type, update.id, update.body);
  const requests = requestsOf(context, descriptor, capability, update.id);
  const draft = await openDraft(context, capability, update);
  let version = draft.version;
  try {
    version = versionOf((await requests.write(update.body, version)).body) ?? version;
    const published = await requests.publish(version);
    const body = isJsonObject(published.body) ? published.body : update.body;
    const answered = versionOf(body);
    return { id: update.id, body, ...(answered === undefined ? {} : { version: answered }) };
  } catch (error) {
    // It may have been published: reading tells.
    if (failureOf(error) === 'unknown') throw error;
    await inPartsOfOneWrite(true, () => putBack(requests, draft, version));
    throw error;
  }
}

/** Discarding needs a permission of its own; a draft that says what is published is in nobody's way either. */
async function putBack(requests: DraftRequests, draft: OpenDraft, version: number): Promise<void> {
  try {
    if (draft.isNew) {
      await requests.discard();
      return;
    }
  } catch (error) {
    if (failureOf(error) !== 'forbidden') throw error;
  }
  await requests.write(draft.body, version);
}

interface OpenDraft {
  readonly version: number;
  /** What the draft says before anything is written to it. */
  readonly body: JsonObject;
  readonly isNew: boolean;
}

interface DraftRequests {
  readonly write: (body: JsonObject, version: number) => Promise<ApiAnswer>;
  readonly publish: (version: number) => Promise<ApiAnswer>;
  readonly discard: () => Promise<ApiAnswer>;
}

function requestsOf(
  context: ResourceContext,
  { versioned }: ResourceDescriptor,
  capability: DraftPublish,
  id: string,
): DraftRequests {
  const { draftPath, publishPath } = capability;
  const call = { params: { id }, repeatable: false, versioned };
  return {
    write: (body, version) =>
      context.client.call({ ...call, method: 'PATCH', path: draftPath, body: draftBody(body, version) }),
    publish: (version) => context.client.call({ ...call, method: 'POST', path: publishPath, body: { version } }),
    discard: () => context.client.call({ ...call, method: 'DELETE', path: draftPath }),
  };
}

/** The draft of an object, made from what is published when there is none. Making one changes nothing that is live. */
async function openDraft(context: ResourceContext, capability: DraftPublish, update: DraftUpdate): Promise<OpenDraft> {
  const params = { id: update.id };
  try {
    const { body } = await context.client.call({ method: 'GET', path: capability.draftPath, params, repeatable: true });
    return openedDraft(body, false);
  } catch (error) {
    if (failureOf(error) !== 'gone') throw error;
  }
  const { body } = await context.client.call({ method: 'POST', path: capability.draftPath, params, repeatable: true });
  return openedDraft(body, true);
}

function openedDraft(body: Json | undefined, isNew: boolean): OpenDraft {
  return { version: versionOf(body) ?? 1, body: isJsonObject(body) ? body : {}, isNew };
}

function draftBody(body: JsonObject, version: number): JsonObject {
  const names = ['category', 'name', 'config', 'contract', 'secure'];
  return {
    ...Object.fromEntries(names.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]]))),
    version,
  } as JsonObject;
}

function versionOf(body: Json | undefined): number | undefined {
  const version = isJsonObject(body) ? body['version'] : undefined;
  return typeof version === 'number' ? version : undefined;
}

/** Top-level fields of the new body that say something else than the old one; what is never sent does not count. */
function changedFields(descriptor: ResourceDescriptor, before: JsonObject, after: JsonObject): readonly string[] {
  const sendable = toUpdateBody(descriptor, { id: '', body: before }, [], String);
  return Object.keys(after).filter(
    (name) => name !== 'version' && !isSameJson(after[name] ?? null, sendable[name] ?? null),
  );
}
