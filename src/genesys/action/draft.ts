import { isJsonObject, isSameJson, type Json, type JsonObject } from '../../core/index.ts';
import {
  toUpdateBody,
  type ApiCapability,
  type LiveObject,
  type ResourceDescriptor,
} from '../../core/resource/index.ts';
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

/** Updates in place where the changed fields allow it; otherwise writes the draft and publishes it. */
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
  const draft = await openDraft(context, capability, update);
  const params = { id: update.id };
  const versioned = descriptor.versioned;
  const written = await context.client.call({
    method: 'PATCH',
    path: capability.draftPath,
    params,
    body: draftBody(update.body, draft.version),
    repeatable: false,
    versioned,
  });
  const version = versionOf(written.body) ?? draft.version;
  const published = await inPartsOfOneWrite(true, () =>
    context.client.call({
      method: 'POST',
      path: capability.publishPath,
      params,
      body: { version },
      repeatable: false,
      versioned,
    }),
  );
  const body = isJsonObject(published.body) ? published.body : update.body;
  const answered = versionOf(body);
  return { id: update.id, body, ...(answered === undefined ? {} : { version: answered }) };
}

/** The draft of an object, made from what is published when there is none. Making one changes nothing that is live. */
async function openDraft(
  context: ResourceContext,
  capability: DraftPublish,
  update: DraftUpdate,
): Promise<{ readonly version: number }> {
  const params = { id: update.id };
  try {
    const { body } = await context.client.call({ method: 'GET', path: capability.draftPath, params, repeatable: true });
    return { version: versionOf(body) ?? 1 };
  } catch (error) {
    if (failureOf(error) !== 'gone') throw error;
  }
  const { body } = await context.client.call({ method: 'POST', path: capability.draftPath, params, repeatable: true });
  return { version: versionOf(body) ?? 1 };
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
