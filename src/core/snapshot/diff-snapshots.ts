import { fieldDifferences, type FieldPair } from '../compare/field-differences.ts';
import { toDocument } from '../resource/canonical-form.ts';
import type { Catalogue, ResourceDescriptor } from '../resource/descriptor.ts';
import type { LiveObject } from '../resource/live-object.ts';
import type { Snapshot, TypeListing } from '../resource/snapshot.ts';

/** One object that is not the same in two snapshots of an organisation. */
export interface SnapshotDifference {
  readonly kind: 'created' | 'deleted' | 'changed';
  readonly type: string;
  readonly id: string;
  /** `left` is the earlier value. Sorted by name; empty for what was created or deleted. */
  readonly fields: readonly FieldPair[];
}

/** Two snapshots of one organisation side by side. */
export interface SnapshotDiff {
  /** Objects that are in both. */
  readonly compared: number;
  /** Sorted by type and id. */
  readonly differences: readonly SnapshotDifference[];
  /** Types that only one of the two read, sorted. */
  readonly notCompared: readonly string[];
}

/**
 * What changed in an organisation between two snapshots: by id, fingerprints first, fields only of objects whose
 * fingerprints differ or are not known. An object that is not listed was deleted only where the later list is complete, and
 * created only where the earlier one is.
 */
export function diffSnapshots(before: Snapshot, after: Snapshot, catalogue: Catalogue): SnapshotDiff {
  const types = [...new Set([...Object.keys(before.types), ...Object.keys(after.types)])].toSorted();
  const differences: SnapshotDifference[] = [];
  let compared = 0;
  for (const type of types) {
    const [earlier, later, descriptor] = [before.types[type], after.types[type], catalogue.find(type)];
    if (earlier === undefined || later === undefined || descriptor === undefined) continue;
    const found = diffListings(descriptor, earlier, later);
    differences.push(...found.differences);
    compared += found.compared;
  }
  const notCompared = types.filter(
    (type) => before.types[type] === undefined || after.types[type] === undefined || catalogue.find(type) === undefined,
  );
  return { compared, differences, notCompared };
}

function diffListings(
  descriptor: ResourceDescriptor,
  earlier: TypeListing,
  later: TypeListing,
): Pick<SnapshotDiff, 'compared' | 'differences'> {
  const { type } = descriptor;
  const gone = new Map(earlier.objects.map((live) => [live.id, live]));
  const differences: SnapshotDifference[] = [];
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
  return { compared, differences: differences.sort((left, right) => (left.id < right.id ? -1 : 1)) };
}

/** The name counts like any other field: it is the id that tells objects of one organisation apart. */
function differencesOf(descriptor: ResourceDescriptor, was: LiveObject, live: LiveObject): readonly FieldPair[] {
  if (was.body === live.body) return [];
  if (was.fingerprint !== undefined && was.fingerprint === live.fingerprint) return [];
  const unnamed = { ...descriptor, key: { ...descriptor.key, fields: [] } };
  return fieldDifferences(unnamed, toDocument(descriptor, was), toDocument(descriptor, live));
}
