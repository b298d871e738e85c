import { textOf, type Entity } from '../kernel/values.ts';
import type { CollectionState, PendingChange, Visibility } from './collection.ts';
import { sortEntities, type SortedEntities } from './sorted-entities.ts';

/** The two views of a collection and the changes that are on their way from one to the other. */
export class EntityStore {
  readonly current = new Map<string, Entity>();
  readonly names = new Map<string, Set<string>>();
  pending: readonly PendingChange[] = [];
  revision = 0;
  private readonly visibility: Visibility;
  private readonly visible = new Map<string, Entity>();
  /** Made when a list is first asked for, so that filling a collection sorts nothing. */
  private order: SortedEntities | undefined;

  constructor(visibility: Visibility) {
    this.visibility = visibility;
  }

  write(id: string, entity: Entity | undefined): void {
    this.settled();
    this.store(id, entity);
    this.revision += 1;
    const lag = this.visibility.lagMs();
    if (lag > 0) this.pending = [...this.pending, { visibleAt: this.visibility.now() + lag, id, entity }];
    else {
      this.pending = this.pending.filter((change) => change.id !== id);
      this.show(id, entity);
    }
  }

  /** The readable view, after changes that are due have been let through. */
  settled(): ReadonlyMap<string, Entity> {
    if (this.pending.length === 0) return this.visible;
    const now = this.visibility.now();
    const latestDue = new Map<string, PendingChange>();
    for (const change of this.pending) if (change.visibleAt <= now) latestDue.set(change.id, change);
    if (latestDue.size === 0) return this.visible;
    this.pending = afterChanges(this.pending, latestDue);
    for (const change of latestDue.values()) this.show(change.id, change.entity);
    return this.visible;
  }

  sorted(): readonly Entity[] {
    this.settled();
    this.order ??= sortEntities(this.visible.values());
    return this.order.all();
  }

  load(state: CollectionState): void {
    this.current.clear();
    this.names.clear();
    this.visible.clear();
    for (const entity of state.current) this.store(entity.id, entity);
    for (const entity of state.shown) this.visible.set(entity.id, entity);
    this.order = undefined;
    this.pending = state.pending;
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
    const before = this.visible.get(id);
    if (before) this.order?.remove(before);
    if (entity) {
      this.visible.set(id, entity);
      this.order?.add(entity);
    } else this.visible.delete(id);
    this.revision += 1;
  }
}

/** What is still on its way: a change that became visible also ends all earlier ones of its object. */
function afterChanges(
  pending: readonly PendingChange[],
  shown: ReadonlyMap<string, PendingChange>,
): readonly PendingChange[] {
  return pending.filter((change, index) => {
    const latest = shown.get(change.id);
    return latest === undefined || index > pending.indexOf(latest);
  });
}

function nameKey(entity: Entity): string {
  return textOf(entity, 'name').toLowerCase();
}
