import { isJsonObject, type Json, type JsonObject } from '../../core/index.ts';
import type { LiveObject, ResourceDescriptor, TypeListing } from '../../core/resource/index.ts';
import { failureOf } from '../errors.ts';
import { inParallel } from '../listing/in-parallel.ts';
import { readPages, streamPages } from '../listing/read-pages.ts';
import { descriptorOf, unsupported, type ResourceContext } from './context.ts';
import { elementId, isGone, paramsOf, toLive } from './place.ts';
import { toReadForm, withSettings } from './read-form.ts';

const readsAtOnce = 8;

/** All live objects of a type; incomplete, with the reason, when a permission or division may hide some. */
export async function listType(context: ResourceContext, type: string): Promise<TypeListing> {
  const descriptor = listableType(context, type);
  try {
    const { elements, steady } = await readPages(context.client, descriptor.api.list, {});
    const objects = await wholeObjects(context, descriptor, elements);
    return { objects, ...(await completenessOf(context, descriptor, steady)) };
  } catch (error) {
    return refusedListing(error);
  }
}

/** As `listType`, a listing for each page; the last one says whether objects may be hidden. */
export async function* listPages(context: ResourceContext, type: string): AsyncGenerator<TypeListing, void> {
  const descriptor = listableType(context, type);
  const pages = streamPages(context.client, descriptor.api.list, {});
  try {
    for (;;) {
      const step = await pages.next();
      if (step.done === true) {
        yield { objects: [], ...(await completenessOf(context, descriptor, step.value)) };
        return;
      }
      yield { objects: await wholeObjects(context, descriptor, step.value), complete: true };
    }
  } catch (error) {
    yield refusedListing(error);
  }
}

/** The facet, or all children, of one parent. */
export async function listPart(context: ResourceContext, type: string, parentId: string): Promise<TypeListing> {
  const descriptor = descriptorOf(context.catalogue, type);
  try {
    return descriptor.shape.kind === 'facet'
      ? await readFacet(context, descriptor, parentId)
      : await readChildren(context, descriptor, parentId);
  } catch (error) {
    return failureOf(error) === 'gone' ? { objects: [], complete: true } : refusedListing(error);
  }
}

/** One object freshly read; undefined when it is not there. */
export async function readObject(context: ResourceContext, type: string, id: string): Promise<LiveObject | undefined> {
  const descriptor = descriptorOf(context.catalogue, type);
  if (descriptor.shape.kind === 'facet') return (await listPart(context, type, id)).objects[0];
  if (descriptor.api.get === undefined)
    return (await listType(context, type)).objects.find((object) => object.id === id);
  try {
    const params = paramsOf(descriptor, id);
    const { body } = await context.client.call({ method: 'GET', ...descriptor.api.get, params, repeatable: true });
    if (!isJsonObject(body) || isGone(descriptor, body)) return undefined;
    return await finishedObject(context, descriptor, {
      body,
      parentId: descriptor.shape.kind === 'child' ? params['parentId'] : undefined,
    });
  } catch (error) {
    if (failureOf(error) === 'gone') return undefined;
    throw error;
  }
}

const moving = { complete: false, incompleteBecause: 'the list kept changing while it was read' } as const;

function listableType(context: ResourceContext, type: string): ResourceDescriptor {
  const descriptor = descriptorOf(context.catalogue, type);
  if (descriptor.shape.kind !== 'object') throw unsupported(descriptor, 'list without its parent');
  return descriptor;
}

async function completenessOf(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  steady: boolean,
): Promise<Omit<TypeListing, 'objects'>> {
  const completeness = await context.visibility.completenessOf(descriptor);
  if (!completeness.complete) return { complete: false, incompleteBecause: completeness.because };
  return steady ? { complete: true } : moving;
}

/** The listing of somebody who may not see it; any other failure is thrown on. */
function refusedListing(error: unknown): TypeListing {
  if (failureOf(error) !== 'forbidden') throw error;
  const incompleteBecause = `the platform refused the list: ${(error as Error).message}`;
  return { objects: [], complete: false, incompleteBecause };
}

async function readChildren(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  parentId: string,
): Promise<TypeListing> {
  const { elements, steady } = await readPages(context.client, descriptor.api.list, { parentId });
  const objects = await wholeObjects(context, descriptor, elements, parentId);
  return { objects, ...(steady ? { complete: true } : moving) };
}

async function readFacet(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  parentId: string,
): Promise<TypeListing> {
  const { capability, list, get } = descriptor.api;
  if (capability.kind === 'membership') {
    const { elements } = await readPages(context.client, list, { parentId, id: parentId });
    const members = elements.flatMap((element) => elementId(descriptor, element) ?? []).map((id) => ({ id }));
    return { objects: [toLive(descriptor, { [capability.field]: members }, parentId)], complete: true };
  }
  const rules = get ?? list;
  const { body } = await context.client.call({
    method: 'GET',
    path: rules.path,
    query: rules.query,
    params: { parentId, id: parentId },
    repeatable: true,
  });
  const objects = isJsonObject(body) ? [await finishedObject(context, descriptor, { body, parentId })] : [];
  return { objects, complete: true };
}

/** List elements as whole objects: deleted ones out, those that are only outlines read one by one. */
async function wholeObjects(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  elements: readonly JsonObject[],
  parentId?: string,
): Promise<readonly LiveObject[]> {
  const present = elements.filter((element) => !isGone(descriptor, element));
  if (descriptor.api.list.whole)
    return inParallel(present, readsAtOnce, (body) => finishedObject(context, descriptor, { body, parentId }));
  const ids = present.flatMap((element) => elementId(descriptor, element) ?? []);
  const read = await inParallel(ids, readsAtOnce, (id) =>
    readObject(context, descriptor.type, parentId === undefined ? id : `${parentId}/${id}`),
  );
  return read.filter((object) => object !== undefined);
}

/** A found body as a live object, with the settings that have a path of their own. */
export async function finishedObject(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  found: { readonly body: JsonObject; readonly parentId?: string | undefined },
): Promise<LiveObject> {
  const settings = await readSettings(context, descriptor, elementId(descriptor, found.body));
  return toLive(
    descriptor,
    withSettings(descriptor.api, toReadForm(descriptor.api, found.body), settings),
    found.parentId,
  );
}

/** The part of an object that has a path of its own; undefined where the type has none. */
export async function readSettings(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  id: string | undefined,
): Promise<Json | undefined> {
  const { settings } = descriptor.api;
  if (settings === undefined || id === undefined) return undefined;
  return (await context.client.call({ method: 'GET', path: settings.path, params: { id }, repeatable: true })).body;
}
