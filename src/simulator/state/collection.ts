import type { Entity } from '../kernel/values.ts';
import { EntityStore } from './entity-store.ts';

/** One change that other readers do not see yet; `entity` undefined means a deletion. */
export type PendingChange = { readonly visibleAt: number; readonly id: string; readonly entity?: Entity | undefined };

/** A collection as JSON, for snapshots. */
export type CollectionState = {
  readonly current: readonly Entity[];
  readonly shown: readonly Entity[];
  readonly pending: readonly PendingChange[];
  /** True for collections without consistency lag. */
  readonly immediate: boolean;
};

/**
 * All objects of one type of one organisation, in two views: `current` is what the platform has stored (writes are
 * checked against it), `shown` is what reads answer, which lags behind by the organisation's consistency lag.
 */
export type Collection = {
  readonly current: (id: string) => Entity | undefined;
  readonly currentAll: () => readonly Entity[];
  /** Stored objects with this name, whatever its letter case. */
  readonly currentNamed: (name: string) => readonly Entity[];
  readonly shown: (id: string) => Entity | undefined;
  /** Readable objects sorted by name, then id. The list is living: copy it before changing the collection in a loop. */
  readonly shownAll: () => readonly Entity[];
  readonly put: (entity: Entity) => void;
  readonly remove: (id: string) => void;
  /** Grows with every change of either view; a key for caches. */
  readonly revision: () => number;
  readonly save: () => CollectionState;
  readonly load: (state: CollectionState) => void;
};

/** When a change made now becomes readable; equal to now when there is no lag. */
export type Visibility = {
  readonly now: () => number;
  readonly lagMs: () => number;
  readonly immediate: boolean;
  /** Hears of every stored object and, without `entity`, of every removed one. */
  readonly changed?: (id: string, entity?: Entity) => void;
};

/** An empty collection. */
export function createCollection(visibility: Visibility): Collection {
  const store = new EntityStore(visibility);
  return {
    current: (id) => store.current.get(id),
    currentAll: () => [...store.current.values()],
    currentNamed: (name) =>
      [...(store.names.get(name.toLowerCase()) ?? [])].flatMap((id) => store.current.get(id) ?? []),
    shown: (id) => store.settled().get(id),
    shownAll: () => store.sorted(),
    put: (entity) => {
      store.write(entity.id, entity);
      visibility.changed?.(entity.id, entity);
    },
    remove: (id) => {
      store.write(id, undefined);
      visibility.changed?.(id);
    },
    revision: () => {
      store.settled();
      return store.revision;
    },
    save: () => ({
      current: [...store.current.values()],
      shown: [...store.settled().values()],
      pending: store.pending,
      immediate: visibility.immediate,
    }),
    load: (state) => store.load(state),
  };
}
