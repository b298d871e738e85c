import {
  parentIdOf,
  type Catalogue,
  type ReadRequest,
  type ResourceDescriptor,
  type TypeListing,
} from '../../../core/resource/index.ts';
import type { PlatformReader } from '../../ports.ts';
import { noListOr } from '../../pull/no-list.ts';
import type { ReadProgress } from '../../pull/read-progress.ts';
import type { KeepOptions, ObjectIndex, ObjectNumber, ObjectPointer } from './object-index.ts';

/** Reads objects into an index, each type and each part of a parent once, with all that is needed to name them. */
export interface ObjectReader {
  /** Reads whole types. Types of parts and unknown ones are left out. */
  readonly readTypes: (types: Iterable<string>) => Promise<void>;
  /** Reads a part of each of these parents. */
  readonly readParts: (descriptor: ResourceDescriptor, parents: readonly ObjectNumber[]) => Promise<void>;
  /** Reads what these are: the types of objects, and of parts those that hang under the same parent. */
  readonly readTargets: (targets: Iterable<ObjectPointer>) => Promise<void>;
  /** Why not all objects of a type could be seen, by type. */
  readonly incomplete: ReadonlyMap<string, string>;
}

/** What an object reader works with. */
export interface ObjectReading {
  readonly reader: PlatformReader;
  readonly catalogue: Catalogue;
  readonly index: ObjectIndex;
  readonly progress: ReadProgress;
  /** What to keep of a type's objects. */
  readonly keep: (type: string) => Omit<KeepOptions, 'onNeeded'>;
}

/** A reader that has read nothing yet. */
export function createObjectReader(reading: ObjectReading): ObjectReader {
  const { reader, catalogue, index } = reading;
  const readTypeNames = new Set<string>();
  const readParents = new Map<string, Set<string>>();
  const incomplete = new Map<string, string>();
  const take = (descriptor: ResourceDescriptor, listing: TypeListing, needed: Needed): void => {
    const onNeeded = (target: ObjectPointer): void => need(catalogue, needed, target);
    const keep = { ...reading.keep(descriptor.type), onNeeded };
    for (const live of listing.objects) index.add(descriptor, live, keep);
    if (!listing.complete) incomplete.set(descriptor.type, listing.incompleteBecause ?? 'The listing was not complete');
  };
  const readTypes = async (types: Iterable<string>): Promise<void> => {
    const wanted = [...new Set(types)].flatMap((type) => catalogue.find(type) ?? []);
    const requests = wanted
      .filter(({ type, shape }) => shape.kind === 'object' && !readTypeNames.has(type))
      .map(({ type }): ReadRequest & { kind: 'type' } => ({ kind: 'type', type }));
    for (const { type } of requests) readTypeNames.add(type);
    await readAll(reading, requests, async ({ type }, needed) => {
      const descriptor = catalogue.find(type);
      if (descriptor === undefined) return;
      for await (const page of pagesOf(reader, type)) take(descriptor, page, needed);
    }).then(readNeeded);
  };
  const readPartsOf = async (descriptor: ResourceDescriptor, parentIds: readonly string[]): Promise<void> => {
    const { type } = descriptor;
    const known = readParents.get(type) ?? new Set();
    readParents.set(type, known);
    const requests = parentIds
      .filter((parentId) => !known.has(parentId))
      .map((parentId): ReadRequest & { kind: 'part' } => ({ kind: 'part', type, parentId }));
    for (const { parentId } of requests) known.add(parentId);
    await readAll(reading, requests, async ({ parentId }, needed) =>
      take(descriptor, await reader.listPart(type, parentId), needed),
    ).then(readNeeded);
  };
  const readNeeded = async ({ types, parents }: Needed): Promise<void> => {
    if (types.size > 0) await readTypes(types);
    for (const [type, parentIds] of parents) {
      const descriptor = catalogue.find(type);
      if (descriptor === undefined || descriptor.shape.kind === 'object') continue;
      const { parentType } = descriptor.shape;
      await readTargets([...parentIds].map((id) => ({ type: parentType, id })));
      await readPartsOf(
        descriptor,
        [...parentIds].filter((id) => index.find(parentType, id) !== undefined),
      );
    }
  };
  const readTargets = (targets: Iterable<ObjectPointer>): Promise<void> => {
    const needed: Needed = { types: new Set(), parents: new Map() };
    for (const target of targets) need(catalogue, needed, target);
    return readNeeded(needed);
  };
  return {
    readTypes,
    readParts: (descriptor, parents) => readPartsOf(descriptor, parents.map(index.idOf)),
    readTargets,
    incomplete,
  };
}

interface Needed {
  readonly types: Set<string>;
  /** Ids of parents by type of the part. */
  readonly parents: Map<string, Set<string>>;
}

function need(catalogue: Catalogue, { types, parents }: Needed, { type, id }: ObjectPointer): void {
  const descriptor = catalogue.find(type);
  if (descriptor === undefined) return;
  const parentId = parentIdOf(catalogue, descriptor, id);
  if (parentId === undefined) {
    types.add(type);
    return;
  }
  const parentIds = parents.get(type) ?? new Set();
  parents.set(type, parentIds.add(parentId));
}

/** Answers requests that were not answered yet, and gives what their objects need. */
async function readAll<Request extends ReadRequest & { kind: 'type' | 'part' }>(
  { progress }: ObjectReading,
  requests: readonly Request[],
  answer: (request: Request, needed: Needed) => Promise<void>,
): Promise<Needed> {
  const needed: Needed = { types: new Set(), parents: new Map() };
  progress.expect(requests);
  await inParallel(requests, async (request) => {
    await answer(request, needed);
    progress.answered(request);
  });
  return needed;
}

/** How many reads may be under way at once; the client's own limiter paces them. */
const concurrency = 8;

/** Runs a task for each, some at once. After the first failure, with which it ends, no other is started. */
export async function inParallel<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const queue = items[Symbol.iterator]();
  let hasFailed = false;
  const work = async (): Promise<void> => {
    for (let next = queue.next(); next.done !== true && !hasFailed; next = queue.next())
      await run(next.value).catch((error: unknown) => {
        hasFailed = true;
        throw error;
      });
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work));
}

async function* pagesOf(reader: PlatformReader, type: string): AsyncGenerator<TypeListing, void> {
  try {
    if (reader.listPages === undefined) yield await reader.list(type);
    else yield* reader.listPages(type);
  } catch (error) {
    yield noListOr(error, type);
  }
}
