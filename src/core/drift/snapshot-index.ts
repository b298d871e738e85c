import { toDocument } from '../resource/canonical-form.ts';
import type { Catalogue } from '../resource/descriptor.ts';
import { keyOfDocument, type KeyOfHandle } from '../resource/key.ts';
import type { LiveObject } from '../resource/live-object.ts';
import type { Snapshot, TypeListing } from '../resource/snapshot.ts';

/** A snapshot by id. */
export interface SnapshotIndex {
  readonly find: (type: string, id: string) => LiveObject | undefined;
  /** Why an object of the type may exist without being in the snapshot; undefined when absence is a fact. */
  readonly whyHidden: (type: string) => string | undefined;
  /** The natural key of a live object of the snapshot. */
  readonly keyOf: KeyOfHandle;
}

/** The snapshot's whole types and parts, found by type and id. */
export function indexSnapshot(snapshot: Snapshot, catalogue: Catalogue): SnapshotIndex {
  const objects = new Map<string, LiveObject>();
  for (const [type, listings] of listingsByType(snapshot)) {
    for (const listing of listings) for (const live of listing.objects) objects.set(`${type} ${live.id}`, live);
  }
  const find = (type: string, id: string) => objects.get(`${type} ${id}`);
  const keyOf: KeyOfHandle = (type, handle) => {
    const live = find(type, handle);
    const descriptor = catalogue.find(type);
    return live === undefined || descriptor === undefined
      ? undefined
      : keyOfDocument(descriptor, toDocument(descriptor, live), keyOf);
  };
  return { find, whyHidden: (type) => whyHidden(snapshot, type), keyOf };
}

function whyHidden(snapshot: Snapshot, type: string): string | undefined {
  const listings = listingsOf(snapshot, type);
  if (listings.length === 0) return 'the type was not read';
  const partial = listings.find((listing) => !listing.complete);
  return partial === undefined ? undefined : (partial.incompleteBecause ?? 'not all objects of the type are visible');
}

function listingsOf(snapshot: Snapshot, type: string): readonly TypeListing[] {
  const whole = snapshot.types[type];
  return [...(whole === undefined ? [] : [whole]), ...Object.values(snapshot.parts[type] ?? {})];
}

function listingsByType(snapshot: Snapshot): readonly (readonly [string, readonly TypeListing[]])[] {
  const types = new Set([...Object.keys(snapshot.types), ...Object.keys(snapshot.parts)]);
  return [...types].map((type) => [type, listingsOf(snapshot, type)] as const);
}
