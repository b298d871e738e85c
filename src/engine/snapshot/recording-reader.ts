import type { SnapshotRecord } from '../../core/snapshot/index.ts';
import type { Catalogue, LiveObject, Mode, ResourceDescriptor, TypeListing } from '../../core/resource/index.ts';
import { keepableObject, type ListName } from '../../core/snapshot/index.ts';
import type { PlatformReader } from '../ports.ts';
import { noListOr } from '../pull/no-list.ts';

/** A reader that keeps what it answered. */
export interface RecordingReader {
  readonly reader: PlatformReader;
  /** Everything that was answered so far, each question once, in a stable order. */
  readonly records: () => readonly SnapshotRecord[];
}

/** How a type is kept here. */
export type ModeOf = (descriptor: ResourceDescriptor) => Mode;

/**
 * Reads through another reader and keeps the answers as records. What may not be kept is not shown either, so that
 * whoever decides on these answers decides the same on the records.
 */
export function createRecordingReader(
  reader: PlatformReader,
  { catalogue, modeOf }: { readonly catalogue: Catalogue; readonly modeOf: ModeOf },
): RecordingReader {
  const kept = new Map<string, readonly SnapshotRecord[]>();
  const keep = (records: readonly SnapshotRecord[], ...name: readonly string[]): void =>
    void kept.set(JSON.stringify(name), records);
  const keepList = (name: ListName, listing: TypeListing): TypeListing => {
    const shown = { ...listing, objects: listing.objects.map((live) => keepable(catalogue, modeOf, name.type, live)) };
    keep(recordsOfListing(name, shown), name.list, name.type, name.parentId ?? '');
    return shown;
  };
  const { listDeleted } = reader;
  return {
    records: () => [...kept].toSorted(([left], [right]) => (left < right ? -1 : 1)).flatMap(([, records]) => records),
    reader: {
      identify: reader.identify,
      list: async (type) =>
        keepList({ list: 'type', type }, await reader.list(type).catch((error: unknown) => noListOr(error, type))),
      listPart: async (type, parentId) =>
        keepList({ list: 'part', type, parentId }, await reader.listPart(type, parentId)),
      ...(listDeleted === undefined
        ? {}
        : { listDeleted: async (type) => keepList({ list: 'deleted', type }, await listDeleted(type)) }),
      read: reader.read,
      readContent: async (type, id) => {
        const content = await reader.readContent(type, id);
        keep([{ kind: 'content', type, id, text: '', revision: '', ...content }], 'content', type, id);
        return content;
      },
      consumers: async (type, id) => {
        const consumers = await reader.consumers(type, id);
        keep([{ kind: 'consumers', type, id, consumers: consumers ?? null }], 'consumers', type, id);
        return consumers;
      },
      obstacles: async (type, id) => {
        const obstacles = await reader.obstacles(type, id);
        keep([{ kind: 'obstacles', type, id, obstacles }], 'obstacles', type, id);
        return obstacles;
      },
      audits: reader.audits,
    },
  };
}

/** The records of one listing: its objects, then the one that closes it. */
export function recordsOfListing(name: ListName, listing: TypeListing): readonly SnapshotRecord[] {
  const { objects, complete, incompleteBecause } = listing;
  return [
    ...objects.map((object): SnapshotRecord => ({ ...name, kind: 'object', object })),
    { ...name, kind: 'listing', complete, ...(incompleteBecause === undefined ? {} : { incompleteBecause }) },
  ];
}

/** What of an object may be kept; all of it for a type that the catalogue does not know. */
export function keepable(catalogue: Catalogue, modeOf: ModeOf, type: string, live: LiveObject): LiveObject {
  const descriptor = catalogue.find(type);
  return descriptor === undefined ? live : keepableObject(descriptor, modeOf(descriptor), live);
}
