import type { JsonObject } from '../../core/index.ts';
import type { LiveObject, ResourceDescriptor } from '../../core/resource/index.ts';
import { failureOf } from '../errors.ts';
import { descriptorOf, unsupported, type ResourceContext } from './context.ts';
import { paramsOf } from './place.ts';
import { readObject } from './read.ts';
import { currentId } from './revisions.ts';
import { inPartsOfOneWrite } from './write-parts.ts';
import { updateObject } from './write.ts';

/**
 * Removes an object; one that is gone already counts as removed. What the platform wants to see first is written before,
 * and written back when it then refuses to delete.
 */
export async function removeObject(context: ResourceContext, type: string, id: string): Promise<void> {
  const descriptor = descriptorOf(context.catalogue, type);
  const { first } = descriptor.api.delete ?? {};
  const before = first === undefined ? undefined : await prepared(context, descriptor, id, first);
  if (before === undefined) return sendDelete(context, descriptor, id);
  try {
    await sendDelete(context, descriptor, id);
  } catch (error) {
    if (failureOf(error) === 'unknown') throw error;
    await inPartsOfOneWrite(true, () => putBack(context, type, before));
    throw error;
  }
}

/** The object as it was, when it had to be changed so that it can be deleted; undefined when it need not be. */
async function prepared(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  id: string,
  first: JsonObject,
): Promise<LiveObject | undefined> {
  const before = await readObject(context, descriptor.type, id);
  if (before === undefined) return undefined;
  if (Object.entries(first).every(([name, value]) => before.body[name] === value)) return undefined;
  await updateObject(context, descriptor.type, id, { ...before.body, ...first });
  return before;
}

async function putBack(context: ResourceContext, type: string, before: LiveObject): Promise<void> {
  const now = await readObject(context, type, before.id);
  const version = now?.version;
  await updateObject(context, type, before.id, { ...before.body, ...(version === undefined ? {} : { version }) });
}

async function sendDelete(context: ResourceContext, descriptor: ResourceDescriptor, id: string): Promise<void> {
  const rules = descriptor.api.delete;
  if (rules === undefined) throw unsupported(descriptor, 'delete');
  try {
    const now = await currentId(context, descriptor, id);
    if (now === undefined) return;
    await context.client.call({
      method: 'DELETE',
      path: rules.path,
      query: rules.query,
      params: paramsOf(context.catalogue, descriptor, now),
      repeatable: false,
      versioned: descriptor.versioned,
    });
  } catch (error) {
    if (failureOf(error) !== 'gone') throw error;
  }
}
