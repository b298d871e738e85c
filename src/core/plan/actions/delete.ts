import type { DeleteAction } from '../../changeset/action.ts';
import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import { formatAddress } from '../../resource/address.ts';
import { isSingle } from '../../resource/key.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import { addressOf } from '../world/label.ts';
import { incompleteBecause } from '../world/listing.ts';
import { lookUp } from '../world/lookup.ts';
import { setExists } from '../world/projected-object.ts';
import { report, type ProjectedObject, type World } from '../world/world.ts';
import { touch } from '../values/set-values.ts';
import { targetAddress } from './target.ts';
import { mayWrite } from './write-permit.ts';

/** Makes the target not exist, as projected. Absent already is fine, when absence can be seen. */
export function applyDelete(world: World, action: DeleteAction, index: number): void {
  const address = targetAddress(world, action);
  const { source } = action;
  const found = lookUp(world, address, source);
  if (found.kind === 'refused') return;
  const text = formatAddress(address);
  const place = { address: text, source };
  if (found.kind === 'found') {
    deleteObject(world, found.object, { action: index, ...place });
    return;
  }
  if (isLasting(world, found.descriptor, place)) return;
  const unseen = incompleteBecause(world, found.descriptor, found.parent);
  if (unseen !== undefined) report(world, 'SB1007', `${text} was not found, but ${unseen}.`, place);
}

/** Makes the object not exist, as projected, unless that is refused. */
export function deleteObject(
  world: World,
  object: ProjectedObject,
  by: { readonly action: number; readonly source: SourceLocation; readonly address?: string },
): void {
  const { source, address = addressOf(world, object) } = by;
  if (isLasting(world, object.descriptor, { address, source })) return;
  if (object.descriptor.shape.kind === 'facet') {
    report(world, 'SB1030', `${address} is as long as ${object.descriptor.shape.parentType} is.`, { address, source });
    return;
  }
  if (!mayWrite(world, object, { paths: [] }, source)) return;
  touch(object, by);
  setExists(world, object, false);
}

function isLasting(
  world: World,
  descriptor: ResourceDescriptor,
  place: { readonly address: string; readonly source: SourceLocation },
): boolean {
  if (!isSingle(descriptor)) return false;
  report(world, 'SB1032', `Every organisation has its ${descriptor.noun}.`, place);
  return true;
}
