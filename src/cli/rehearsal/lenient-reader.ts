import { isJsonObject, mapPattern, type Json } from '../../core/index.ts';
import type { Catalogue, LiveObject, TypeListing } from '../../core/resource/index.ts';
import type { SavedSnapshot } from '../../core/snapshot/index.ts';
import type { PlatformReader } from '../../engine/index.ts';
import { createSavedReader } from '../../engine/snapshot/index.ts';

/**
 * The organisation of a snapshot for making a copy: of types that the snapshot does not hold it knows the objects that
 * others refer to by id and name, and of anything else it knows nothing and says so.
 */
export function createLenientReader(saved: SavedSnapshot, catalogue: Catalogue): PlatformReader {
  const { snapshot } = saved;
  const named = namedByReference(saved, catalogue);
  const unknown = (objects: readonly LiveObject[] = []): TypeListing => ({
    objects,
    complete: false,
    incompleteBecause: 'the snapshot does not hold all of them',
  });
  return {
    ...createSavedReader(saved, catalogue),
    list: async (type) => snapshot.types[type] ?? unknown([...(named.get(type)?.values() ?? [])]),
    listPart: async (type, parentId) => snapshot.parts[type]?.[parentId] ?? unknown(),
    listDeleted: async () => unknown(),
    readContent: async (_, id) => {
      const content = snapshot.contents[id];
      return content === undefined || content.revision === '' ? undefined : content;
    },
    consumers: async () => undefined,
    obstacles: async () => [],
  };
}

type ById = Map<string, LiveObject>;

/** What references say of their targets: the wire form often has a name beside the id. */
function namedByReference({ snapshot }: SavedSnapshot, catalogue: Catalogue): ReadonlyMap<string, ById> {
  const named = new Map<string, ById>();
  const listings = [
    ...Object.entries(snapshot.types),
    ...Object.entries(snapshot.parts).flatMap(([type, parents]) =>
      Object.values(parents).map((listing): [string, TypeListing] => [type, listing]),
    ),
  ];
  for (const [type, { objects }] of listings) {
    for (const { path, type: target, wire } of catalogue.find(type)?.references ?? []) {
      if (wire !== 'object' || typeof target !== 'string') continue;
      const known = named.get(target) ?? new Map<string, LiveObject>();
      named.set(target, known);
      for (const { body } of objects) mapPattern(body, path, (found) => noteNamed(known, found));
    }
  }
  return named;
}

function noteNamed(known: ById, found: Json): Json {
  if (!isJsonObject(found)) return found;
  const { id, name } = found;
  if (typeof id === 'string' && typeof name === 'string') known.set(id, { id, body: { id, name } });
  return found;
}
