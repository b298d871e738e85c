import { SignalboxError, type JsonObject } from '../../core/index.ts';
import type { LiveObject, ResourceDescriptor } from '../../core/resource/index.ts';
import type { PlatformFailure, WriteContext } from '../../engine/index.ts';
import { failureOf, platformError } from '../errors.ts';
import type { ResourceContext } from '../resource/context.ts';
import { removeObject } from '../resource/remove.ts';
import { currentId } from '../resource/revisions.ts';
import { createObject, updateObject } from '../resource/write.ts';
import { publishDraft, type Publish } from './publish.ts';
import { ticketOf, ticketOfNew } from './settle.ts';

interface DraftWrite {
  readonly body: JsonObject;
  readonly write: WriteContext;
}

/**
 * Makes an object and publishes it. When it can not be published it is deleted again, so that a later deployment makes it
 * anew (SB4018); when that fails as well, the failure is `unknown`.
 */
export async function createPublished(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  capability: Publish,
  { body, write }: DraftWrite,
): Promise<LiveObject> {
  await write.recordTicket(ticketOfNew(descriptor, body));
  const made = await createObject(context, descriptor.type, body);
  try {
    return (await publishDraft(context, descriptor, capability, made.id)) ?? made;
  } catch (error) {
    const taken = await takeBack(context, descriptor, made.id);
    if (taken === undefined) throw notPublished(error, 'rejected', 'The draft was deleted again.');
    throw notPublished(error, 'unknown', `The new draft ${made.id} could not be deleted again: ${taken}`);
  }
}

/**
 * Writes an object's draft and publishes it. When it can not be published the failure is `rejected` although the draft has
 * changed (SB4018): the caller sees by reading what changed, and takes it back.
 */
export async function updatePublished(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  capability: Publish,
  { id, body, write }: DraftWrite & { readonly id: string },
): Promise<LiveObject> {
  const draftId = (await currentId(context, descriptor, id)) ?? id;
  await write.recordTicket(ticketOf(draftId));
  const written = await updateObject(context, descriptor.type, draftId, body);
  try {
    return { ...((await publishDraft(context, descriptor, capability, draftId)) ?? written), id };
  } catch (error) {
    throw notPublished(error, 'rejected', 'The draft holds what was written.');
  }
}

/** Deletes a draft that was just made; the reason when it could not be. */
async function takeBack(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  id: string,
): Promise<string | undefined> {
  try {
    await removeObject(context, descriptor.type, id);
    return undefined;
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return (error as Error).message;
  }
}

function notPublished(error: unknown, failure: PlatformFailure, then: string): unknown {
  if (!(error instanceof SignalboxError) || failureOf(error) === undefined) return error;
  const state = failureOf(error) === 'unknown' ? 'It can not be told whether it was published' : 'It was not published';
  return platformError('SB4018', {
    message: `The draft was written. ${state}: ${error.message.replace(/\.?$/u, '.')} ${then}`,
    failure,
    context: { ...error.context, stoppedBy: error.code },
    cause: error,
  });
}
