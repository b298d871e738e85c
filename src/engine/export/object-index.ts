import type { AddressPin, JsonObject } from '../../core/index.ts';
import {
  comparableKey,
  formatAddress,
  isLinkedReference,
  keyOfDocument,
  referencesIn,
  toDocument,
  type Catalogue,
  type LiveObject,
  type ResourceDescriptor,
  type Shape,
} from '../../core/resource/index.ts';
import type { Scratch } from './scratch.ts';

/** An object by its id. */
export interface ObjectPointer {
  readonly type: string;
  readonly id: string;
}

/** What is kept of every object that was read: what it is called and where its document lies. */
export interface IndexedObject {
  readonly id: string;
  readonly descriptor: ResourceDescriptor;
  /** Place of its linked document in the scratch; absent for what is only named. */
  readonly place?: number;
  readonly division?: ObjectPointer;
  /** What its document points at, where that was kept. */
  readonly targets?: readonly ObjectPointer[];
}

/** What a live object is called. */
export interface ObjectName {
  readonly key: readonly string[];
  /** `type/key`; several objects may share it. */
  readonly address: string;
  /** True when another live object of the type has the same key. */
  readonly shared: boolean;
}

/** Ids to names, for all objects of the types that were read. Holds no document. */
export interface ObjectIndex {
  /** Takes an object in. Without a scratch only its name is kept. */
  readonly add: (descriptor: ResourceDescriptor, live: LiveObject, keep: KeepOptions) => void;
  /** Undefined for objects that were not read, and for those without a key. */
  readonly nameOf: (type: string, id: string) => ObjectName | undefined;
  readonly find: (type: string, id: string) => IndexedObject | undefined;
  /** What a part hangs under, where that was read. */
  readonly parentOf: (part: IndexedObject) => IndexedObject | undefined;
  readonly objectsOf: (type: string) => Iterable<IndexedObject>;
  /** Objects of the type with this key. */
  readonly named: (descriptor: ResourceDescriptor, key: readonly string[]) => readonly IndexedObject[];
}

/** What to keep of an object beside its name. */
export interface KeepOptions {
  /** Takes its document; without one only its name is kept. */
  readonly scratch?: Scratch | undefined;
  /** Keeps what its document points at. */
  readonly withTargets: boolean;
  /** Hears of all that must be read for the object: what its key points at, and unless targets are kept the rest too. */
  readonly onNeeded: (target: ObjectPointer) => void;
}

interface Entry extends IndexedObject {
  /** The key fields of its document, until it has a name. */
  keyFields: JsonObject;
  name?: ObjectName;
}

/** An empty index. Names may be asked for once all objects of the types they need were added. */
export function createObjectIndex(catalogue: Catalogue, pins: readonly AddressPin[]): ObjectIndex {
  const entries = new Map<string, Map<string, Entry>>();
  const byKey = new Map<string, Map<string, Entry | Entry[]>>();
  const pinned = new Set(pins.map(({ id }) => id));
  const entryOf = (type: string, id: string): Entry | undefined => entries.get(type)?.get(id);
  const keyOf = (type: string, id: string): readonly string[] | undefined => {
    const entry = entryOf(type, id);
    if (entry === undefined) return undefined;
    return entry.name?.key ?? keyOfDocument(entry.descriptor, entry.keyFields, keyOf);
  };
  const keysOf = (type: string) => {
    const known = byKey.get(type);
    if (known !== undefined) return known;
    const found = new Map<string, Entry | Entry[]>();
    for (const entry of entries.get(type)?.values() ?? []) {
      const key = keyOf(type, entry.id);
      if (key !== undefined) addTo(found, comparableKey(entry.descriptor.key, key), entry);
    }
    byKey.set(type, found);
    return found;
  };
  const named = (descriptor: ResourceDescriptor, key: readonly string[]): readonly Entry[] => {
    const found = keysOf(descriptor.type).get(comparableKey(descriptor.key, key)) ?? [];
    return Array.isArray(found) ? found : [found];
  };
  return {
    add: (descriptor, live, keep) => {
      const { type } = descriptor;
      const ofType = entries.get(type) ?? new Map<string, Entry>();
      entries.set(type, ofType);
      byKey.delete(type);
      ofType.set(live.id, entryFor(descriptor, live, keep));
    },
    find: entryOf,
    parentOf: ({ descriptor, id }) =>
      descriptor.shape.kind === 'object'
        ? undefined
        : entryOf(descriptor.shape.parentType, parentIdOf(catalogue, descriptor, id)),
    objectsOf: (type) => entries.get(type)?.values() ?? [],
    named,
    nameOf: (type, id) => {
      const entry = entryOf(type, id);
      if (entry === undefined || catalogue.find(type) === undefined) return undefined;
      if (entry.name !== undefined) return entry.name;
      const key = keyOf(type, id);
      if (key === undefined) return undefined;
      const shared = !pinned.has(id) && named(entry.descriptor, key).length > 1;
      entry.keyFields = {};
      return (entry.name = { key, address: formatAddress({ type, key }), shared });
    },
  };
}

function addTo(found: Map<string, Entry | Entry[]>, key: string, entry: Entry): void {
  const other = found.get(key);
  if (other === undefined) found.set(key, entry);
  else if (Array.isArray(other)) other.push(entry);
  else found.set(key, [other, entry]);
}

function entryFor(descriptor: ResourceDescriptor, live: LiveObject, keep: KeepOptions): Entry {
  const document = toDocument(descriptor, live);
  const keyFields = pick(document, descriptor.key.fields);
  const inKey = pointersIn(keyFields);
  const targets = keep.scratch === undefined ? [] : pointersIn(document);
  for (const target of keep.withTargets ? inKey : [...inKey, ...targets]) keep.onNeeded(target);
  const { division } = document;
  return {
    id: live.id,
    descriptor,
    keyFields,
    ...(isLinkedReference(division) ? { division: { type: division.$type, id: division.$handle } } : {}),
    ...(keep.scratch === undefined ? {} : { place: keep.scratch.put(JSON.stringify(document)) }),
    ...(keep.withTargets ? { targets } : {}),
  };
}

function pointersIn(value: JsonObject): readonly ObjectPointer[] {
  return referencesIn(value).map(({ $type, $handle }) => ({ type: $type, id: $handle }));
}

function pick(document: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(
    fields.flatMap((field) => (document[field] === undefined ? [] : [[field, document[field]]])),
  );
}

/**
 * The live id of what a part hangs under: a facet has its parent's, a child's is its parent's, a slash and its own part.
 */
export function parentIdOf(catalogue: Catalogue, descriptor: ResourceDescriptor, id: string): string {
  if (descriptor.shape.kind !== 'child') return id;
  let levels = 0;
  for (let shape: Shape | undefined = descriptor.shape; shape !== undefined && shape.kind !== 'object';) {
    if (shape.kind === 'child') levels += 1;
    shape = catalogue.find(shape.parentType)?.shape;
  }
  return id.split('/').slice(0, levels).join('/');
}
