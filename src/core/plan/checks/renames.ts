import { comparableKey } from '../../resource/key.ts';
import { addressOf } from '../world/label.ts';
import { findObject } from '../world/listing.ts';
import { documentOf, beforeOf, indexKey, liveKeyOf } from '../world/projected-object.ts';
import { needRead, note, type ProjectedObject, type World } from '../world/world.ts';

/**
 * Tells which published contents name an object that gets another name. They go on working, because the platform follows
 * ids, but their texts hold the old name: published again, they would ask for an object that is not there.
 */
export function checkRenames(world: World): void {
  for (const objects of world.objects.values()) {
    for (const object of objects.values()) if (isRenamed(world, object)) checkRename(world, object);
  }
}

function isRenamed(world: World, object: ProjectedObject): boolean {
  if (object.live === undefined || !object.exists || object.actions.size === 0) return false;
  const liveKey = liveKeyOf(world, object);
  return liveKey !== undefined && comparableKey(object.descriptor.key, liveKey) !== indexKey(world, object);
}

function checkRename(world: World, object: ProjectedObject): void {
  const consumers = world.input.snapshot.consumers[object.handle];
  if (consumers === undefined) {
    needRead(world, { kind: 'consumers', type: object.descriptor.type, id: object.handle });
    return;
  }
  const naming = (consumers ?? []).flatMap((consumer) => {
    const rule = world.input.catalogue.find(consumer.type)?.content;
    if (rule === undefined) return [];
    const user = findObject(world, consumer.type, consumer.id);
    const isRewritten = user !== undefined && documentOf(user)[rule.field] !== beforeOf(user)[rule.field];
    if (isRewritten || user?.exists === false) return [];
    return [user === undefined ? `${consumer.type}/${consumer.name}` : addressOf(world, user)];
  });
  if (naming.length === 0) return;
  const names = [...new Set(naming)].toSorted().join(', ');
  note(
    world,
    'warning',
    'SB1031',
    `${names} ${naming.length === 1 ? 'names' : 'name'} ${addressOf(world, object)} by its old name.`,
  );
}
