import type { Catalogue, ResourceDescriptor } from '../resource/descriptor.ts';
import type { Snapshot, TypeListing } from '../resource/snapshot.ts';
import type { UncomparedType } from './diff-snapshots.ts';

/** The same list of one type, or of the parts of one parent, at two instants. */
export interface ListingPair {
  readonly descriptor: ResourceDescriptor;
  readonly earlier: TypeListing;
  readonly later: TypeListing;
}

/** The lists that both snapshots hold, and what of the others can not be told, by type. */
export function pairListings(
  before: Snapshot,
  after: Snapshot,
  catalogue: Catalogue,
): { readonly pairs: readonly ListingPair[]; readonly notCompared: readonly UncomparedType[] } {
  const pairs: ListingPair[] = [];
  const notCompared = new Map<string, UncomparedType>();
  const leaveOut = (type: string, because: string): void => {
    notCompared.set(`${type}\n${because}`, { type, because });
  };
  const pair = (type: string, earlier: TypeListing | undefined, later: TypeListing | undefined): void => {
    const descriptor = catalogue.find(type);
    if (descriptor === undefined) leaveOut(type, 'the catalogue does not know it');
    else if (earlier === undefined || later === undefined)
      leaveOut(type, `only the ${earlier === undefined ? 'later' : 'earlier'} snapshot holds it`);
    else {
      pairs.push({ descriptor, earlier, later });
      for (const [when, listing] of Object.entries({ earlier, later }))
        if (!listing.complete)
          leaveOut(type, `the ${when} list is not complete: ${listing.incompleteBecause ?? 'some are not visible'}`);
    }
  };
  for (const type of namesOf(before.types, after.types)) pair(type, before.types[type], after.types[type]);
  for (const type of namesOf(before.parts, after.parts)) {
    const [earlier, later] = [before.parts[type] ?? {}, after.parts[type] ?? {}];
    const parents = namesOf(earlier, later);
    const both = parents.filter((parent) => earlier[parent] !== undefined && later[parent] !== undefined);
    for (const parent of both) pair(type, earlier[parent], later[parent]);
    const alone = parents.length - both.length;
    if (alone > 0) leaveOut(type, `only one of the snapshots holds it for ${alone} of ${parents.length} parents`);
  }
  return { pairs, notCompared: [...notCompared.values()].toSorted(byType) };
}

function namesOf(one: object, other: object): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].toSorted();
}

function byType(one: UncomparedType, other: UncomparedType): number {
  return one.type < other.type ? -1 : one.type > other.type ? 1 : 0;
}
