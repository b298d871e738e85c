import { textOf, type Entity } from '../kernel/values.ts';

const collator = new Intl.Collator('en', { sensitivity: 'base' });

/** A list of entities kept in the order of their names, then ids, through every change. */
export type SortedEntities = {
  readonly add: (entity: Entity) => void;
  readonly remove: (entity: Entity) => void;
  /** The living list: read it before the next change. */
  readonly all: () => readonly Entity[];
};

/** A sorted list that starts with these entities. */
export function sortEntities(entities: Iterable<Entity>): SortedEntities {
  const list = [...entities].sort(byNameThenId);
  return {
    add: (entity) => void list.splice(placeOf(list, entity), 0, entity),
    remove: (entity) => {
      const place = placeOf(list, entity);
      if (list[place]?.id === entity.id) list.splice(place, 1);
    },
    all: () => list,
  };
}

function placeOf(list: readonly Entity[], entity: Entity): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = list[middle];
    if (other && byNameThenId(other, entity) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byNameThenId(a: Entity, b: Entity): number {
  const byName = collator.compare(textOf(a, 'name'), textOf(b, 'name'));
  if (byName !== 0) return byName;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
