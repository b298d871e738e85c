import type { Baseline, BaselineEntry } from '../baseline/baseline.ts';
import { hasValue } from '../three-way/index.ts';
import type { JsonObject } from '../json/json.ts';
import { formatPath, valueAt } from '../json/path.ts';
import { formatAddress, parseAddress } from '../resource/address.ts';
import { toDocument, withDefaults } from '../resource/canonical-form.ts';
import type { Catalogue, ResourceDescriptor } from '../resource/descriptor.ts';
import { comparableKey, keyOfDocument, type KeyOfHandle } from '../resource/key.ts';
import type { LiveObject } from '../resource/live-object.ts';
import type { Snapshot } from '../resource/snapshot.ts';
import type { DriftBlindSpot, DriftedField, DriftFinding } from './drift.ts';
import { indexSnapshot, type SnapshotIndex } from './snapshot-index.ts';

/** What a comparison found, before anybody is named. */
export interface BaselineComparison {
  readonly compared: number;
  readonly findings: readonly Omit<DriftFinding, 'origin' | 'authors'>[];
  readonly blindSpots: readonly DriftBlindSpot[];
}

type Finding = BaselineComparison['findings'][number];

/**
 * Live against baseline over the fields the baseline owns. An object that is missing counts as deleted only where its
 * listing was complete: invisible is not absent.
 */
export function compareBaseline(baseline: Baseline, snapshot: Snapshot, catalogue: Catalogue): BaselineComparison {
  const index = indexSnapshot(snapshot, catalogue);
  const findings: Finding[] = [];
  const unseen = new Map<string, { because: string; addresses: string[] }>();
  let compared = 0;
  for (const entry of sortedEntries(baseline)) {
    const seen = compareEntry(entry, catalogue.find(entry.type), index);
    if (typeof seen === 'string') {
      const spot = unseen.get(`${entry.type} ${seen}`) ?? { because: seen, addresses: [] };
      spot.addresses.push(entry.address);
      unseen.set(`${entry.type} ${seen}`, spot);
      continue;
    }
    compared += 1;
    findings.push(...seen);
  }
  const blindSpots = [...unseen].map(([key, spot]) => ({ type: key.split(' ')[0] ?? '', ...spot }));
  return { compared, findings, blindSpots };
}

/** The findings of one entry, or why it could not be compared. */
function compareEntry(
  entry: BaselineEntry,
  descriptor: ResourceDescriptor | undefined,
  index: SnapshotIndex,
): readonly Finding[] | string {
  if (descriptor === undefined) return 'the type is not in the catalogue';
  const live = index.find(entry.type, entry.id);
  if (live !== undefined) return differences(entry, descriptor, live, index.keyOf);
  const hidden = index.whyHidden(entry.type);
  if (hidden !== undefined) return hidden;
  return [{ kind: 'deleted', address: entry.address, type: entry.type, id: entry.id, fields: [] }];
}

function differences(
  entry: BaselineEntry,
  descriptor: ResourceDescriptor,
  live: LiveObject,
  keyOf: KeyOfHandle,
): readonly Finding[] {
  const document = withDefaults(descriptor, toDocument(descriptor, live));
  const fields = [...fieldDifferences(entry, descriptor, document), ...contentDifference(entry, descriptor, live)];
  const renamedTo = newAddress(entry, descriptor, keyOfDocument(descriptor, document, keyOf));
  const base = { address: entry.address, type: entry.type, id: entry.id, fields };
  if (renamedTo !== undefined) return [{ ...base, kind: 'renamed', renamedTo }];
  if (fields.length === 0) return [];
  const isContent = fields.every(({ path }) => path[0] === descriptor.content?.field);
  return [{ ...base, kind: isContent ? 'content' : 'changed' }];
}

function fieldDifferences(
  entry: BaselineEntry,
  descriptor: ResourceDescriptor,
  document: JsonObject,
): readonly DriftedField[] {
  return entry.fields.flatMap(({ path, value }) => {
    if (path[0] === descriptor.content?.field) return [];
    if (hasValue(noTexts, descriptor, document, { path, value })) return [];
    const live = valueAt(document, path);
    return [{ path, baseline: value, ...(live === undefined ? {} : { live }) }];
  });
}

const noTexts = { texts: new Map<string, string>(), contentFormats: {} };

/** Content is compared by the revision we published: reading it would cost an export job per object. */
function contentDifference(
  entry: BaselineEntry,
  descriptor: ResourceDescriptor,
  live: LiveObject,
): readonly DriftedField[] {
  if (descriptor.content === undefined || entry.content === undefined) return [];
  const revision = valueAt(live.body, descriptor.content.revision.split('.'));
  const now = revision === undefined || revision === null ? undefined : String(revision);
  if (now === entry.content.revision) return [];
  const path = [descriptor.content.field];
  return [
    { path, baseline: `revision ${entry.content.revision}`, ...(now === undefined ? {} : { live: `revision ${now}` }) },
  ];
}

function newAddress(
  entry: BaselineEntry,
  descriptor: ResourceDescriptor,
  key: readonly string[] | undefined,
): string | undefined {
  const bound = parseAddress(entry.address);
  if (key === undefined || bound === undefined || bound.key.length !== key.length) return undefined;
  if (comparableKey(descriptor.key, bound.key) === comparableKey(descriptor.key, key)) return undefined;
  // The parent's rename shows at the parent; here only the object's own part counts.
  if (bound.key.at(-1) === key.at(-1)) return undefined;
  return formatAddress({ type: entry.type, key });
}

function sortedEntries(baseline: Baseline): readonly BaselineEntry[] {
  return Object.values(baseline.entries)
    .toSorted((left, right) => (left.address < right.address ? -1 : 1))
    .map((entry) => ({ ...entry, fields: entry.fields.toSorted(byPath) }));
}

function byPath(left: { readonly path: readonly string[] }, right: { readonly path: readonly string[] }): number {
  return formatPath(left.path) < formatPath(right.path) ? -1 : 1;
}
