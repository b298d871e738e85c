import type { JsonObject } from '../../core/index.ts';
import { toDocument, type LiveObject, type ResourceDescriptor } from '../../core/resource/index.ts';
import type { Clock, PlatformReader } from '../ports.ts';
import { isSameKey } from '../../core/three-way/index.ts';
import { readPatiently } from './patience.ts';

/** How long a listing serves several creations of one type. */
const listingAgeMs = 30_000;

/** Listings that creations of one run share. */
export interface KeyHolders {
  /** Live objects with the natural key of the bound document. `fresh` lists again instead of sharing. */
  readonly find: (
    descriptor: ResourceDescriptor,
    document: JsonObject,
    fresh: boolean,
  ) => Promise<readonly LiveObject[]>;
}

/** Key holders over a run's platform. */
export function createKeyHolders(context: {
  readonly platform: Pick<PlatformReader, 'list' | 'listPart'>;
  readonly clock: Clock;
}): KeyHolders {
  const listings = new Map<string, { readonly at: number; readonly objects: Promise<readonly LiveObject[]> }>();
  const list = (
    descriptor: ResourceDescriptor,
    parentId: string | undefined,
    fresh: boolean,
  ): Promise<readonly LiveObject[]> => {
    const name = `${descriptor.type} ${parentId ?? ''}`;
    const known = listings.get(name);
    if (known !== undefined && !fresh && context.clock.now() - known.at < listingAgeMs) return known.objects;
    const objects = readPatiently(context.clock, async () => {
      const listing =
        parentId === undefined
          ? await context.platform.list(descriptor.type)
          : await context.platform.listPart(descriptor.type, parentId);
      return listing.objects;
    });
    listings.set(name, { at: context.clock.now(), objects });
    objects.catch(() => listings.delete(name));
    return objects;
  };
  return {
    find: async (descriptor, document, fresh) => {
      const objects = await list(descriptor, parentIdOf(descriptor, document), fresh);
      return objects.filter((live) => isSameKey(descriptor, toDocument(descriptor, live), document));
    },
  };
}

/** The id of the parent that a child's bound document names, or undefined for objects on their own. */
function parentIdOf(descriptor: ResourceDescriptor, document: JsonObject): string | undefined {
  if (descriptor.shape.kind === 'object') return undefined;
  const parent = document[descriptor.shape.parentField];
  if (typeof parent === 'object' && parent !== null && '$handle' in parent && typeof parent.$handle === 'string')
    return parent.$handle;
  return typeof parent === 'string' ? parent : undefined;
}
