import { isJsonObject, type JsonObject } from '../../core/index.ts';
import { isSingle, type LiveObject, type ResourceDescriptor, type TypeListing } from '../../core/resource/index.ts';
import { failureOf } from '../errors.ts';
import { allHolders, ownGrants } from '../facet/grants.ts';
import { completenessOf, refusedListing, steadiness } from '../listing/completeness.ts';
import { inParallel } from '../listing/in-parallel.ts';
import { readPages, streamPages } from '../listing/read-pages.ts';
import { descriptorOf, unsupported, type ResourceContext } from './context.ts';
import { finishedObject } from './finish.ts';
import { elementId, isGone, paramsBelow, paramsOf, partsOf, toLive } from './place.ts';
import { currentId, isOutdated } from './revisions.ts';
import { withVersion } from './version-param.ts';

const readsAtOnce = 8;

/** All live objects of a type; incomplete, with the reason, when a permission or division may hide some. */
export async function listType(context: ResourceContext, type: string): Promise<TypeListing> {
  return readType(context, listableType(context, type)).catch(refusedListing);
}

/** As `listType`, a listing for each page; the last one says whether objects may be hidden. */
export async function* listPages(context: ResourceContext, type: string): AsyncGenerator<TypeListing, void> {
  const descriptor = listableType(context, type);
  if (isSingle(descriptor) || isOnlyKnownById(descriptor)) {
    yield await listType(context, type);
    return;
  }
  const pages = streamPages(context.client, descriptor.api.list, {});
  try {
    for (;;) {
      const step = await pages.next();
      if (step.done === true) {
        yield { objects: [], ...(await completenessOf(context.visibility, descriptor, step.value)) };
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
  return readPart(context, descriptorOf(context.catalogue, type), parentId).catch(refusedListing);
}

/** One object freshly read; undefined when it is not there. One that may not be seen is refused (`forbidden`). */
export async function readObject(context: ResourceContext, type: string, id: string): Promise<LiveObject | undefined> {
  const descriptor = descriptorOf(context.catalogue, type);
  const { shape, api } = descriptor;
  if (shape.kind === 'facet') return (await readPart(context, descriptor, id)).objects[0];
  const { parentId } = partsOf(context.catalogue, descriptor, id);
  if (api.get === undefined) {
    const listing = parentId === undefined ? readType(context, descriptor) : readPart(context, descriptor, parentId);
    return (await listing).objects.find((object) => object.id === id);
  }
  try {
    const { path, query } = api.get;
    const own = paramsOf(context.catalogue, descriptor, id);
    const params = await withVersion(context, descriptor, { path, params: own });
    const { body } = await context.client.call({ method: 'GET', path, query, params, repeatable: true });
    if (!isJsonObject(body) || isGone(descriptor, body)) return undefined;
    if (isOutdated(descriptor, body)) return await readDraft(context, descriptor, id);
    return await finishedObject(context, descriptor, { body, parentId });
  } catch (error) {
    if (failureOf(error) === 'gone') return undefined;
    throw error;
  }
}

/** The draft that follows a published revision, under the id that the revision has. */
async function readDraft(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  id: string,
): Promise<LiveObject | undefined> {
  const draftId = await currentId(context, descriptor, id);
  const draft = draftId === undefined ? undefined : await readObject(context, descriptor.type, draftId);
  return draft === undefined ? undefined : { ...draft, id };
}

/** Path parameters of a parent's parts, with its live id. */
interface Parent {
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
}

function listableType(context: ResourceContext, type: string): ResourceDescriptor {
  const descriptor = descriptorOf(context.catalogue, type);
  if (descriptor.shape.kind !== 'object') throw unsupported(descriptor, 'list without its parent');
  return descriptor;
}

async function readType(context: ResourceContext, descriptor: ResourceDescriptor): Promise<TypeListing> {
  if (isOnlyKnownById(descriptor)) return unlistedType(descriptor);
  if (isSingle(descriptor)) return listSingle(context, descriptor);
  const { elements, steady } = await readPages(context.client, descriptor.api.list, {});
  const objects = await wholeObjects(context, descriptor, elements);
  return { objects, ...(await completenessOf(context.visibility, descriptor, steady)) };
}

/** Nothing where the parent is gone. */
async function readPart(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  parentId: string,
): Promise<TypeListing> {
  const { shape } = descriptor;
  if (shape.kind === 'object') throw unsupported(descriptor, 'list by parent');
  const parent = { id: parentId, params: paramsBelow(context.catalogue, shape.parentType, parentId) };
  try {
    return shape.kind === 'facet'
      ? await readFacet(context, descriptor, parent)
      : await readChildren(context, descriptor, parent);
  } catch (error) {
    if (failureOf(error) !== 'gone') throw error;
    return { objects: [], complete: true };
  }
}

/** Some objects are shown to those alone who know their id. */
function isOnlyKnownById({ api }: ResourceDescriptor): boolean {
  return api.list.path.includes('{id}');
}

function unlistedType({ noun }: ResourceDescriptor): TypeListing {
  return { objects: [], complete: false, incompleteBecause: `the public API has no list for a ${noun}` };
}

/** The one object there is; none where nothing was ever set up. */
async function listSingle(context: ResourceContext, descriptor: ResourceDescriptor): Promise<TypeListing> {
  const { path, query } = descriptor.api.list;
  try {
    const { body } = await context.client.call({ method: 'GET', path, query, repeatable: true });
    const objects = isJsonObject(body) ? [await finishedObject(context, descriptor, { body })] : [];
    return { objects, complete: true };
  } catch (error) {
    if (failureOf(error) === 'gone') return { objects: [], complete: true };
    throw error;
  }
}

async function readChildren(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  parent: Parent,
): Promise<TypeListing> {
  const { list } = descriptor.api;
  const params = await withVersion(context, descriptor, { path: list.path, params: parent.params });
  const { elements, steady } = await readPages(context.client, list, params);
  return { objects: await wholeObjects(context, descriptor, elements, parent.id), ...steadiness(steady) };
}

async function readFacet(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  parent: Parent,
): Promise<TypeListing> {
  const { capability, list, get } = descriptor.api;
  const params = { ...parent.params, id: parent.params['parentId'] ?? '' };
  if (capability.kind === 'membership') {
    const { elements, steady } = await readPages(context.client, list, params);
    const members = elements.flatMap((element) => elementId(descriptor, element) ?? []).map((id) => ({ id }));
    return { objects: [toLive(descriptor, { [capability.field]: members }, parent.id)], ...steadiness(steady) };
  }
  const rules = get ?? list;
  const query = capability.kind === 'grants' ? { ...allHolders, ...rules.query } : rules.query;
  const { body } = await context.client.call({
    method: 'GET',
    path: rules.path,
    query,
    params: await withVersion(context, descriptor, { path: rules.path, params }),
    repeatable: true,
  });
  if (!isJsonObject(body)) return { objects: [], complete: true };
  const found = capability.kind === 'grants' ? ownGrants(body, parent.id) : body;
  return { objects: [await finishedObject(context, descriptor, { body: found, parentId: parent.id })], complete: true };
}

/** List elements as whole objects: deleted ones out, those that are only outlines read one by one. */
async function wholeObjects(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  elements: readonly JsonObject[],
  parentId?: string,
): Promise<readonly LiveObject[]> {
  const { list, get } = descriptor.api;
  const present = elements.filter((element) => !isGone(descriptor, element));
  if (list.whole || get === undefined)
    return inParallel(present, readsAtOnce, (body) => finishedObject(context, descriptor, { body, parentId }));
  const ids = present.flatMap((element) => elementId(descriptor, element) ?? []);
  const read = await inParallel(ids, readsAtOnce, (id) =>
    readObject(context, descriptor.type, parentId === undefined ? id : `${parentId}/${id}`),
  );
  return read.filter((object) => object !== undefined);
}
