import { isJsonObject, isSameJson, type JsonObject } from '../../core/index.ts';
import { toDocument, type LiveObject, type ResourceDescriptor } from '../../core/resource/index.ts';
import type { ResourceContext } from '../resource/context.ts';
import { withoutParent } from '../resource/place.ts';
import { listPart, listType } from '../resource/read.ts';
import { currentId } from '../resource/revisions.ts';
import { publishDraft, type Publish } from './publish.ts';

/** What is journalled before the draft of an object is written. */
export function ticketOf(id: string): JsonObject {
  return { draftOf: id };
}

/** The same for a new object, which has no id yet: the fields that name it. */
export function ticketOfNew({ key }: ResourceDescriptor, body: JsonObject): JsonObject {
  return { draftLike: Object.fromEntries(key.fields.map((field) => [field, body[field] ?? null])) };
}

/**
 * Publishes what may have been written as a draft by somebody who did not come to publish it. Whether it was written is for
 * the caller to read, so the state is `unknown`; throws when there is a draft that can not be published.
 */
export async function settlePublishing(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  capability: Publish,
  ticket: JsonObject,
): Promise<{ readonly state: 'unknown' }> {
  const { draftOf, draftLike } = ticket;
  const id = typeof draftOf === 'string' ? draftOf : await findNew(context, descriptor, draftLike);
  const isStillDraft = id !== undefined && (await currentId(context, descriptor, id)) === id;
  if (isStillDraft) await publishDraft(context, descriptor, capability, id);
  return { state: 'unknown' };
}

/** The one object with these naming fields, as soon as it shows; undefined when none or several do. */
async function findNew(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  named: unknown,
): Promise<string | undefined> {
  if (!isJsonObject(named as JsonObject)) return undefined;
  const wanted = toDocument(descriptor, { id: '', body: named as JsonObject });
  const { parentId } = withoutParent(descriptor, named as JsonObject);
  const isNamedSo = (live: LiveObject): boolean => {
    const document = toDocument(descriptor, live);
    return descriptor.key.fields.every((field) => isSameJson(document[field] ?? null, wanted[field] ?? null));
  };
  const deadline = context.clock.now() + descriptor.visibilityLagMs;
  for (let pauseMs = 250; ; pauseMs *= 2) {
    const listing =
      parentId === undefined ? listType(context, descriptor.type) : listPart(context, descriptor.type, parentId);
    const found = (await listing).objects.filter(isNamedSo);
    if (found.length > 0 || context.clock.now() + pauseMs > deadline)
      return found.length === 1 ? found[0]?.id : undefined;
    await context.clock.sleep(pauseMs);
  }
}
