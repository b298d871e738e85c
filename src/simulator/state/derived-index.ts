import type { Entity } from '../kernel/values.ts';
import type { Collection } from './collection.ts';

/** The readable objects of a collection by a key that they name; made anew when the collection has changed. */
export type DerivedIndex = (collection: Collection, key: string) => readonly Entity[];

type Made = { readonly revision: number; readonly byKey: ReadonlyMap<string, readonly Entity[]> };

/** An index over collections of one kind; `keysOf` tells under which keys an object is found. */
export function createDerivedIndex(keysOf: (entity: Entity) => readonly string[]): DerivedIndex {
  const indexes = new WeakMap<Collection, Made>();
  return (collection, key) => {
    const revision = collection.revision();
    let made = indexes.get(collection);
    if (made?.revision !== revision) {
      made = { revision, byKey: grouped(collection.shownAll(), keysOf) };
      indexes.set(collection, made);
    }
    return made.byKey.get(key) ?? [];
  };
}

function grouped(
  entities: readonly Entity[],
  keysOf: (entity: Entity) => readonly string[],
): ReadonlyMap<string, readonly Entity[]> {
  const byKey = new Map<string, Entity[]>();
  for (const entity of entities) {
    for (const key of new Set(keysOf(entity))) {
      const found = byKey.get(key);
      if (found) found.push(entity);
      else byKey.set(key, [entity]);
    }
  }
  return byKey;
}
