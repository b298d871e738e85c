import type { AddressPin, JsonObject } from '../../core/index.ts';
import {
  comparableKey,
  formatAddress,
  keyOfDocument,
  toDocument,
  type Catalogue,
  type LiveObject,
  type ResourceDescriptor,
  type Snapshot,
} from '../../core/resource/index.ts';

/** What a live object is called. */
export interface ObjectName {
  readonly key: readonly string[];
  /** `type/key`; several objects may share it. */
  readonly address: string;
  /** True when another live object of the type has the same key. */
  readonly shared: boolean;
}

/** The names of all objects of a snapshot. */
export interface NameIndex {
  /** Undefined for objects that were not read, and for those without a key. */
  readonly nameOf: (type: string, id: string) => ObjectName | undefined;
  /** The linked document of a live object, made once. */
  readonly documentOf: (descriptor: ResourceDescriptor, live: LiveObject) => JsonObject;
}

/** Names every object that the snapshot holds. A pinned object is never shared: its pin decides. */
export function nameObjects(snapshot: Snapshot, catalogue: Catalogue, pins: readonly AddressPin[]): NameIndex {
  const documents = new Map<LiveObject, JsonObject>();
  const objects = objectsById(snapshot);
  const counts = new Map<string, number>();
  const names = new Map<string, ObjectName>();
  const documentOf = (descriptor: ResourceDescriptor, live: LiveObject): JsonObject => {
    const known = documents.get(live) ?? toDocument(descriptor, live);
    documents.set(live, known);
    return known;
  };
  const keyOf = (type: string, id: string): readonly string[] | undefined => {
    const live = objects.get(`${type} ${id}`);
    const descriptor = catalogue.find(type);
    return live === undefined || descriptor === undefined
      ? undefined
      : keyOfDocument(descriptor, documentOf(descriptor, live), keyOf);
  };
  const keyed = [...objects].flatMap(([name, live]) => {
    const type = name.slice(0, name.indexOf(' '));
    const descriptor = catalogue.find(type);
    const key = keyOf(type, live.id);
    return descriptor === undefined || key === undefined ? [] : [{ name, live, descriptor, key }];
  });
  for (const { descriptor, key } of keyed) {
    const comparable = `${descriptor.type} ${comparableKey(descriptor.key, key)}`;
    counts.set(comparable, (counts.get(comparable) ?? 0) + 1);
  }
  for (const { name, live, descriptor, key } of keyed) {
    const twins = counts.get(`${descriptor.type} ${comparableKey(descriptor.key, key)}`) ?? 1;
    const isPinned = pins.some((pin) => pin.id === live.id);
    names.set(name, { key, address: formatAddress({ type: descriptor.type, key }), shared: twins > 1 && !isPinned });
  }
  return { nameOf: (type, id) => names.get(`${type} ${id}`), documentOf };
}

function objectsById(snapshot: Snapshot): ReadonlyMap<string, LiveObject> {
  const objects = new Map<string, LiveObject>();
  for (const [type, listing] of Object.entries(snapshot.types)) {
    for (const live of listing.objects) objects.set(`${type} ${live.id}`, live);
  }
  for (const [type, parents] of Object.entries(snapshot.parts)) {
    for (const listing of Object.values(parents))
      for (const live of listing.objects) objects.set(`${type} ${live.id}`, live);
  }
  return objects;
}
