import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import { formatAddress, type Address } from '../../resource/address.ts';
import { toDocument } from '../../resource/canonical-form.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import { comparableKey, keyOfDocument } from '../../resource/key.ts';
import type { LiveObject } from '../../resource/live-object.ts';
import { needRead, note, report, type World } from './world.ts';

/** What a creation has to know of deleted objects: there is none with its key, one to bring back, or it can not go on. */
export type Namesake =
  | { readonly kind: 'none' }
  | { readonly kind: 'deleted'; readonly live: LiveObject }
  | { readonly kind: 'stop' };

/**
 * The deleted object that has the key still, for types whose deleted objects can be brought back. Several stop the plan:
 * nobody can tell which one is meant. Notes a read while the deleted objects were not listed.
 */
export function deletedNamesake(
  world: World,
  descriptor: ResourceDescriptor,
  address: Address,
  source?: SourceLocation,
): Namesake {
  if (!descriptor.restorable || descriptor.shape.kind !== 'object') return { kind: 'none' };
  const listing = world.input.snapshot.deleted?.[descriptor.type];
  if (listing === undefined) {
    needRead(world, { kind: 'deleted', type: descriptor.type });
    return { kind: 'stop' };
  }
  const text = formatAddress(address);
  const found = listing.objects.filter((live) => hasKey(descriptor, live, address));
  const [only] = found;
  if (found.length > 1) {
    const ids = found.map(({ id }) => id).join(', ');
    report(world, 'SB1080', `${text} is the name of ${found.length} deleted objects: ${ids}.`, {
      address: text,
      source,
    });
    return { kind: 'stop' };
  }
  if (only !== undefined) return { kind: 'deleted', live: only };
  if (!listing.complete)
    note(world, 'info', 'SB1081', `${text}: ${listing.incompleteBecause ?? 'not all are visible'}.`);
  return { kind: 'none' };
}

function hasKey(descriptor: ResourceDescriptor, live: LiveObject, address: Address): boolean {
  const key = keyOfDocument(descriptor, toDocument(descriptor, live), () => undefined);
  return key !== undefined && comparableKey(descriptor.key, key) === comparableKey(descriptor.key, address.key);
}
