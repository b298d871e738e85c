import { SignalboxError, valueAt } from '../../core/index.ts';
import type { ApiCapability, LiveObject, ResourceDescriptor, StateRule } from '../../core/resource/index.ts';
import { failureOf } from '../errors.ts';
import type { ResourceContext } from '../resource/context.ts';
import { paramsOf } from '../resource/place.ts';
import { readObject } from '../resource/read.ts';
import { currentId } from '../resource/revisions.ts';

/** The capability of types whose drafts take effect by a request of its own. */
export type Publish = Extract<ApiCapability, { kind: 'publish' }>;

/** How long a draft may take to become fit for publishing. Source: platform facts, web deployment configurations. */
const readyPatienceMs = 30_000;
const pausesMs = [1_000, 4_000];

/**
 * Publishes the draft of an object and returns the object as it then reads; undefined where it can not be read yet. Throws
 * the last failure when it is not published, or when that can not be told. Publishing a draft twice does no harm, so what
 * got no answer is sent again.
 */
export async function publishDraft(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  capability: Publish,
  id: string,
): Promise<LiveObject | undefined> {
  if (capability.ready !== undefined)
    await readUntil(context, descriptor, { id, rule: capability.ready }, readyPatienceMs);
  for (let tries = 0; ; tries += 1) {
    try {
      await sendPublish(context, descriptor, capability, id);
      break;
    } catch (error) {
      const pauseMs = pausesMs[tries];
      if (tries > 0 && (await isPublished(context, descriptor, capability, id))) break;
      if (!mayPass(error) || pauseMs === undefined) throw error;
      await context.clock.sleep(pauseMs);
    }
  }
  return readPublished(context, descriptor, capability, id);
}

/** True for no answer, no connection, and for the 409 of a draft that is still being saved. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof SignalboxError)) return false;
  return error.context['status'] === 409 || ['unavailable', 'unknown'].includes(failureOf(error) ?? '');
}

async function sendPublish(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  capability: Publish,
  id: string,
): Promise<void> {
  const params = paramsOf(context.catalogue, descriptor, id);
  await context.client.call({
    method: 'POST',
    path: capability.path,
    params,
    ...(capability.body === 'id' ? { body: { id: params['id'] ?? id, published: true } } : {}),
    repeatable: false,
  });
}

/** It is published; that it can not be read just now must not make it look otherwise. */
async function readPublished(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  { published }: Publish,
  id: string,
): Promise<LiveObject | undefined> {
  try {
    if (published === undefined) return await readObject(context, descriptor.type, id);
    return await readUntil(context, descriptor, { id, rule: published }, descriptor.visibilityLagMs);
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return undefined;
  }
}

/** False as well where reading does not tell. */
async function isPublished(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  { published, revisions }: Publish,
  id: string,
): Promise<boolean> {
  if (revisions !== undefined) return (await currentId(context, descriptor, id)) !== id;
  if (published === undefined) return false;
  return isInState(await readObject(context, descriptor.type, id), published);
}

/** The object once it is in the state, or as it is when it has not got there in time. */
async function readUntil(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  wanted: { readonly id: string; readonly rule: StateRule },
  patienceMs: number,
): Promise<LiveObject | undefined> {
  const deadline = context.clock.now() + patienceMs;
  for (let pauseMs = 250; ; pauseMs *= 2) {
    const live = await readObject(context, descriptor.type, wanted.id);
    if (isInState(live, wanted.rule) || context.clock.now() + pauseMs > deadline) return live;
    await context.clock.sleep(pauseMs);
  }
}

function isInState(live: LiveObject | undefined, rule: StateRule): boolean {
  const value = valueAt(live?.body, rule.field.split('.'));
  return (typeof value === 'string' || typeof value === 'boolean') && rule.values.includes(value);
}
