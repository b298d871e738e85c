import type { DeleteAction } from '../../changeset/changeset.ts';
import { formatAddress } from '../../resource/address.ts';
import { isSingle } from '../../resource/key.ts';
import { incompleteBecause } from '../world/listing.ts';
import { lookUp } from '../world/lookup.ts';
import { setExists } from '../world/projected-object.ts';
import { report, type World } from '../world/world.ts';
import { touch } from './set-values.ts';
import { targetAddress } from './target.ts';
import { mayWrite } from './write-permit.ts';

/** Makes the target not exist, as projected. Absent already is fine, when absence can be seen. */
export function applyDelete(world: World, action: DeleteAction, index: number): void {
  const address = targetAddress(world, action.target, action.source);
  const found = lookUp(world, address, action.source);
  if (found.kind === 'refused') return;
  const text = formatAddress(address);
  const descriptor = found.kind === 'found' ? found.object.descriptor : found.descriptor;
  if (isSingle(descriptor)) {
    report(world, 'SB1032', `Every organisation has its ${descriptor.noun}.`, { address: text, source: action.source });
    return;
  }
  if (found.kind === 'absent') {
    const unseen = incompleteBecause(world, found.descriptor, found.parent);
    if (unseen !== undefined)
      report(world, 'SB1007', `${text} was not found, but ${unseen}.`, { address: text, source: action.source });
    return;
  }
  if (found.object.descriptor.shape.kind === 'facet') {
    report(world, 'SB1030', `${text} is as long as ${found.object.descriptor.shape.parentType} is.`, {
      address: text,
      source: action.source,
    });
    return;
  }
  if (!mayWrite(world, found.object, { paths: [] }, action.source)) return;
  touch(found.object, { action: index, source: action.source });
  setExists(world, found.object, false);
}
