import {
  keyOfDocument,
  refersTo,
  searchForUsers,
  toDocument,
  unsearched,
  type Catalogue,
  type Consumer,
  type LiveObject,
  type ResourceDescriptor,
  type TypeListing,
} from '../../core/resource/index.ts';
import type { Clock, PlatformReader } from '../ports.ts';
import { readPatiently } from '../steps/index.ts';
import { failureOf } from '../steps/failure.ts';

/** Who uses an object, and what was not looked into, in words. */
export interface FoundUsers {
  readonly consumers: readonly Consumer[];
  readonly unseen: readonly string[];
}

/** What a search needs of the outside; it only reads. */
interface SearchPorts {
  readonly reader: Pick<PlatformReader, 'consumers' | 'list'>;
  readonly clock: Clock;
}

/**
 * Looks for users of live objects as deletes do: in the platform's own record, and in the references of everything that
 * can be listed whole. Each type is listed once, however many objects are asked about.
 */
export function createUserSearch(
  ports: SearchPorts,
  catalogue: Catalogue,
): (target: ResourceDescriptor, id: string) => Promise<FoundUsers> {
  const listings = new Map<string, Promise<TypeListing>>();
  const list = (type: string): Promise<TypeListing> => {
    const known = listings.get(type) ?? listOrNothing(ports, type);
    listings.set(type, known);
    return known;
  };
  return async (target, id) => {
    if (target.shape.kind === 'facet') return { consumers: [], unseen: [] };
    const tracked = await trackedUsers(ports, target, id);
    const { types, left } = searchForUsers(catalogue, target);
    const unseen = [...(tracked === undefined ? [unsearched.tracking(target.noun)] : []), ...left.map(unsearched.part)];
    const found = [...(tracked ?? [])];
    for (const descriptor of types) {
      const { objects, complete } = await list(descriptor.type);
      if (!complete) unseen.push(unsearched.hidden(descriptor.type));
      const isUser = (live: LiveObject): boolean =>
        !(descriptor === target && live.id === id) && refersTo(descriptor, live, { type: target.type, id });
      found.push(...objects.filter(isUser).map((live) => asConsumer(descriptor, live)));
    }
    return { consumers: [...new Map(found.map((user) => [`${user.type} ${user.id}`, user])).values()], unseen };
  };
}

/** What the platform's own record says, which knows no children; undefined where it can not be read. */
async function trackedUsers(
  { reader, clock }: SearchPorts,
  { shape, type }: ResourceDescriptor,
  id: string,
): Promise<readonly Consumer[] | undefined> {
  if (shape.kind !== 'object') return [];
  return readPatiently(clock, () => reader.consumers(type, id)).catch(undefinedIfRefused);
}

async function listOrNothing({ reader, clock }: SearchPorts, type: string): Promise<TypeListing> {
  const hidden = { objects: [], complete: false };
  return (await readPatiently(clock, () => reader.list(type)).catch(undefinedIfRefused)) ?? hidden;
}

function asConsumer(descriptor: ResourceDescriptor, live: LiveObject): Consumer {
  const key = keyOfDocument(descriptor, toDocument(descriptor, live), () => undefined);
  return { type: descriptor.type, id: live.id, name: key?.join(' ') ?? live.id };
}

/** What the client may not read, or the platform does not have, can not be looked into; anything else must be told. */
function undefinedIfRefused(error: unknown): undefined {
  const failure = failureOf(error);
  if (failure !== 'forbidden' && failure !== 'rejected' && failure !== 'gone') throw error;
}
