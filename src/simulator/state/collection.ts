import { textOf, type Entity } from '../kernel/values.ts';

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
  /** Readable objects sorted by name, then id. */
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
    put: (entity) => store.write(entity.id, entity),
    remove: (id) => store.write(id, undefined),
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

class EntityStore {
  readonly current = new Map<string, Entity>();
  readonly names = new Map<string, Set<string>>();
  pending: readonly PendingChange[] = [];
  revision = 0;
  private readonly visibility: Visibility;
  private readonly visible = new Map<string, Entity>();
  private order: readonly Entity[] | undefined;

  constructor(visibility: Visibility) {
    this.visibility = visibility;
  }

  write(id: string, entity: Entity | undefined): void {
    this.store(id, entity);
    this.revision += 1;
    const lag = this.visibility.lagMs();
    if (lag <= 0 && this.pending.every((change) => change.id !== id)) this.show(id, entity);
    else this.pending = [...this.pending, { visibleAt: this.visibility.now() + lag, id, entity }];
  }

  /** The readable view, after changes that are due have been let through. */
  settled(): ReadonlyMap<string, Entity> {
    if (this.pending.length === 0) return this.visible;
    const now = this.visibility.now();
    const due = this.pending.filter((change) => change.visibleAt <= now);
    if (due.length === 0) return this.visible;
    this.pending = this.pending.filter((change) => change.visibleAt > now);
    for (const change of due) this.show(change.id, change.entity);
    return this.visible;
  }

  sorted(): readonly Entity[] {
    const visible = this.settled();
    this.order ??= [...visible.values()].sort(byNameThenId);
    return this.order;
  }

  load(state: CollectionState): void {
    this.current.clear();
    this.names.clear();
    this.visible.clear();
    for (const entity of state.current) this.store(entity.id, entity);
    for (const entity of state.shown) this.visible.set(entity.id, entity);
    this.pending = state.pending;
    this.order = undefined;
    this.revision += 1;
  }

  private store(id: string, entity: Entity | undefined): void {
    const before = this.current.get(id);
    if (before) this.names.get(nameKey(before))?.delete(id);
    if (!entity) {
      this.current.delete(id);
      return;
    }
    this.current.set(id, entity);
    const key = nameKey(entity);
    const ids = this.names.get(key);
    if (ids) ids.add(id);
    else this.names.set(key, new Set([id]));
  }

  private show(id: string, entity: Entity | undefined): void {
    if (entity) this.visible.set(id, entity);
    else this.visible.delete(id);
    this.order = undefined;
    this.revision += 1;
  }
}

function nameKey(entity: Entity): string {
  return textOf(entity, 'name').toLowerCase();
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: false });

function byNameThenId(a: Entity, b: Entity): number {
  return collator.compare(textOf(a, 'name'), textOf(b, 'name')) || (a.id < b.id ? -1 : 1);
}
