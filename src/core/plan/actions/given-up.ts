import type { JsonObject } from '../../json/json.ts';
import { formatPath, valueAt } from '../../json/path.ts';
import { note, type ProjectedObject, type World } from '../world/world.ts';

/** Tells which fields an earlier deployment wrote and this document no longer declares. */
export function givesUpFields(world: World, object: ProjectedObject, address: string, declared: JsonObject): void {
  const entry = world.input.baseline.entries[address];
  if (entry === undefined || object.live === undefined || object.descriptor.shape.kind !== 'object') return;
  const keys = new Set(object.descriptor.key.fields);
  const dropped = entry.fields.filter(({ path }) => !keys.has(path[0] ?? '') && valueAt(declared, path) === undefined);
  if (dropped.length === 0 || Object.keys(declared).length === 0) return;
  const names = dropped.map(({ path }) => formatPath(path)).join(', ');
  note(world, 'info', 'SB1025', `${address} no longer declares ${names}; the live value stays.`);
}
