import { fieldDifferences, type FieldPair } from '../compare/field-differences.ts';
import { indexSnapshot, type SnapshotIndex } from '../drift/snapshot-index.ts';
import type { Json } from '../json/json.ts';
import { valueAt } from '../json/path.ts';
import { formatAddress } from '../resource/address.ts';
import { toDocument } from '../resource/canonical-form.ts';
import type { Catalogue, ResourceDescriptor } from '../resource/descriptor.ts';
import type { LiveObject } from '../resource/live-object.ts';
import { mapReferences } from '../resource/reference.ts';
import type { Snapshot } from '../resource/snapshot.ts';
import { pairListings, type ListingPair } from './pair-listings.ts';

/** One object that is not the same in two snapshots of an organisation. */
export interface SnapshotDifference {
  readonly kind: 'created' | 'deleted' | 'changed';
  readonly type: string;
  readonly id: string;
  /** As it is called in the later snapshot, what was deleted as in the earlier; with its id where its key is not known. */
  readonly address: string;
  /** `left` is the earlier value. Sorted by name, content last; empty for what was created or deleted. */
  readonly fields: readonly FieldPair[];
}

/** What two snapshots can not tell of a type, and why. */
export interface UncomparedType {
  readonly type: string;
  readonly because: string;
}

/** Two snapshots of one organisation side by side. */
export interface SnapshotDiff {
  /** Objects that are in both. */
  readonly compared: number;
  /** Sorted by type and id. */
  readonly differences: readonly SnapshotDifference[];
  /** Sorted by type. */
  readonly notCompared: readonly UncomparedType[];
}

/**
 * What changed in an organisation between two snapshots: by id, fingerprints first, fields only of objects whose
 * fingerprints differ or are not known. An object that is not listed was deleted only where the later list is complete, and
 * created only where the earlier one is. Content counts by its revision.
 */
export function diffSnapshots(before: Snapshot, after: Snapshot, catalogue: Catalogue): SnapshotDiff {
  const { pairs, notCompared } = pairListings(before, after, catalogue);
  const found = pairs.map(diffListings);
  const differences = found.flatMap((each) => each.differences);
  const compared = found.reduce((sum, each) => sum + each.compared, 0);
  if (differences.length === 0) return { compared, differences: [], notCompared };
  const [earlier, later] = [before, after].map((snapshot) => indexSnapshot(snapshot, catalogue)) as [Index, Index];
  const named = differences.map((difference) => withNames(difference, earlier, later));
  return { compared, differences: named.toSorted(byPlace), notCompared };
}

type Index = SnapshotIndex;
type Unnamed = Omit<SnapshotDifference, 'address'>;

function diffListings({ descriptor, earlier, later }: ListingPair): {
  readonly compared: number;
  readonly differences: readonly Unnamed[];
} {
  const { type } = descriptor;
  const gone = new Map(earlier.objects.map((live) => [live.id, live]));
  const differences: Unnamed[] = [];
  let compared = 0;
  for (const live of later.objects) {
    const was = gone.get(live.id);
    if (was === undefined) {
      if (earlier.complete) differences.push({ kind: 'created', type, id: live.id, fields: [] });
      continue;
    }
    gone.delete(live.id);
    compared += 1;
    const fields = differencesOf(descriptor, was, live);
    if (fields.length > 0) differences.push({ kind: 'changed', type, id: live.id, fields });
  }
  if (later.complete) for (const id of gone.keys()) differences.push({ kind: 'deleted', type, id, fields: [] });
  return { compared, differences };
}

/** The name counts like any other field: it is the id that tells objects of one organisation apart. */
function differencesOf(descriptor: ResourceDescriptor, was: LiveObject, live: LiveObject): readonly FieldPair[] {
  if (was.body === live.body) return [];
  const published = publishedAnew(descriptor, was, live);
  if (was.fingerprint !== undefined && was.fingerprint === live.fingerprint) return published;
  const unnamed = { ...descriptor, key: { ...descriptor.key, fields: [] } };
  return [...fieldDifferences(unnamed, toDocument(descriptor, was), toDocument(descriptor, live)), ...published];
}

/** A fingerprint knows nothing of content. */
function publishedAnew({ content }: ResourceDescriptor, was: LiveObject, live: LiveObject): readonly FieldPair[] {
  if (content === undefined) return [];
  const [left, right] = [was, live].map(({ body }) => {
    const revision = valueAt(body, content.revision.split('.')) ?? null;
    return revision === null ? undefined : `revision ${String(revision)}`;
  });
  return left === right ? [] : [{ path: [content.field], left, right }];
}

/** The difference as people call the object and what its fields refer to. */
function withNames(difference: Unnamed, earlier: Index, later: Index): SnapshotDifference {
  const { kind, type, id, fields } = difference;
  const named = ({ path, left, right }: FieldPair): FieldPair => ({
    path,
    ...(left === undefined ? {} : { left: namedIn(earlier, left) }),
    ...(right === undefined ? {} : { right: namedIn(later, right) }),
  });
  return {
    ...difference,
    address: addressIn(kind === 'deleted' ? earlier : later, type, id),
    fields: fields.map(named),
  };
}

function namedIn(index: Index, value: Json): Json {
  return mapReferences(value, ({ $type, $handle }) => ({ $ref: addressIn(index, $type, $handle) }));
}

function addressIn({ keyOf }: Index, type: string, id: string): string {
  return formatAddress({ type, key: keyOf(type, id) ?? [id] });
}

function byPlace(one: SnapshotDifference, other: SnapshotDifference): number {
  if (one.type !== other.type) return one.type < other.type ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
