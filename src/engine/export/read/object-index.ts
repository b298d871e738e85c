import { createTextTable, type AddressPin, type JsonObject, type TextTable } from '../../../core/index.ts';
import {
  comparableKey,
  formatAddress,
  isLinkedReference,
  keyOfDocument,
  parentIdOf,
  referencesIn,
  toDocument,
  type Catalogue,
  type LiveObject,
  type ResourceDescriptor,
} from '../../../core/resource/index.ts';
import type { Scratch } from './scratch.ts';

/** An object by its id. */
export interface ObjectPointer {
  readonly type: string;
  readonly id: string;
}

/** An object by the order in which objects were added: what is said of many is held in lists, not in an object for each. */
export type ObjectNumber = number;

/** What a live object is called. */
export interface ObjectName {
  readonly key: readonly string[];
  /** `type/key`; several objects may share it. */
  readonly address: string;
  /** True when another live object of the type has the same key. */
  readonly shared: boolean;
}

/** Ids to names, for all objects of the types that were read. Documents lie in the scratch. */
export interface ObjectIndex {
  /** Takes an object in. */
  readonly add: (descriptor: ResourceDescriptor, live: LiveObject, keep: KeepOptions) => void;
  readonly find: (type: string, id: string) => ObjectNumber | undefined;
  readonly idOf: (object: ObjectNumber) => string;
  readonly descriptorOf: (object: ObjectNumber) => ResourceDescriptor;
  readonly divisionOf: (object: ObjectNumber) => ObjectPointer | undefined;
  /** Its linked document; undefined where that was not kept. */
  readonly documentOf: (object: ObjectNumber) => JsonObject | undefined;
  /** What its document points at, where that was kept. */
  readonly targetsOf: (object: ObjectNumber) => readonly ObjectPointer[];
  /** Made anew at each call. Undefined for objects that were not read, and for those without a key. */
  readonly nameOf: (object: ObjectNumber | undefined) => ObjectName | undefined;
  /** What a part hangs under, where that was read. */
  readonly parentOf: (part: ObjectNumber) => ObjectNumber | undefined;
  readonly objectsOf: (type: string) => Iterable<ObjectNumber>;
  /** Objects of the type with this key. */
  readonly named: (descriptor: ResourceDescriptor, key: readonly string[]) => readonly ObjectNumber[];
}

/** What to keep of an object beside its name. */
export interface KeepOptions {
  /** Puts its document aside; otherwise only its name is kept. */
  readonly withDocument: boolean;
  /** Leaves what its document points at until it is known whether that is needed. */
  readonly withoutTargets: boolean;
  /** Hears of all that must be read for the object: what its key points at, and with targets the rest too. */
  readonly onNeeded: (target: ObjectPointer) => void;
}

/** An empty index. Names may be asked for once all objects of the types they need were added. */
export function createObjectIndex(
  catalogue: Catalogue,
  { pins, scratch }: { readonly pins: readonly AddressPin[]; readonly scratch: Scratch },
): ObjectIndex {
  const numbers = new Map<string, Map<string, ObjectNumber>>();
  const rows = createRows(scratch);
  const tables = new Map<string, TextTable>();
  const pinned = new Set(pins.map(({ id }) => id));
  const find = (type: string, id: string): ObjectNumber | undefined => numbers.get(type)?.get(id);
  const keyOf = (object: ObjectNumber): readonly string[] | undefined =>
    keyOfDocument(rows.descriptorOf(object), rows.keyFieldsOf(object), (type, id) => {
      const target = find(type, id);
      return target === undefined ? undefined : keyOf(target);
    });
  const textOf = (object: ObjectNumber): string | undefined => {
    const key = keyOf(object);
    return key === undefined ? undefined : comparableKey(rows.descriptorOf(object).key, key);
  };
  const objectsOf = (type: string): Iterable<ObjectNumber> => numbers.get(type)?.values() ?? [];
  const tableOf = (type: string): TextTable => {
    const known = tables.get(type);
    if (known !== undefined) return known;
    const table = createTextTable(withTexts(objectsOf(type), textOf), textOf);
    tables.set(type, table);
    return table;
  };
  return {
    add: (descriptor, live, keep) => {
      const { type } = descriptor;
      const ofType = numbers.get(type) ?? new Map<string, ObjectNumber>();
      numbers.set(type, ofType);
      tables.delete(type);
      ofType.set(live.id, rows.add(descriptor, live, keep));
    },
    find,
    idOf: rows.idOf,
    descriptorOf: rows.descriptorOf,
    divisionOf: rows.divisionOf,
    documentOf: rows.documentOf,
    targetsOf: (object) => pointersIn(rows.documentOf(object) ?? {}),
    parentOf: (part) => {
      const descriptor = rows.descriptorOf(part);
      const parentId = parentIdOf(catalogue, descriptor, rows.idOf(part));
      if (descriptor.shape.kind === 'object' || parentId === undefined) return undefined;
      return find(descriptor.shape.parentType, parentId);
    },
    objectsOf,
    named: ({ type, key: rule }, key) => tableOf(type).find(comparableKey(rule, key)),
    nameOf: (object) => {
      const key = object === undefined ? undefined : keyOf(object);
      if (object === undefined || key === undefined) return undefined;
      const { type } = rows.descriptorOf(object);
      const shared = tableOf(type).isShared(object) && !pinned.has(rows.idOf(object));
      return { key, address: formatAddress({ type, key }), shared };
    },
  };
}

/** What is held of each object, by its number. */
interface Rows extends Pick<ObjectIndex, 'idOf' | 'descriptorOf' | 'divisionOf' | 'documentOf'> {
  readonly add: (descriptor: ResourceDescriptor, live: LiveObject, keep: KeepOptions) => ObjectNumber;
  readonly keyFieldsOf: (object: ObjectNumber) => JsonObject;
}

const nowhere = -1;

function createRows(scratch: Scratch): Rows {
  const ids: string[] = [];
  const descriptors: ResourceDescriptor[] = [];
  // As one text each, which takes a fraction of what the object would.
  const keyFields: string[] = [];
  const places: number[] = [];
  const divisions: (ObjectPointer | undefined)[] = [];
  const knownDivisions = new Map<string, ObjectPointer>();
  const divisionIn = ({ division }: JsonObject): ObjectPointer | undefined => {
    if (!isLinkedReference(division)) return undefined;
    const { $type: type, $handle: id } = division;
    const known = knownDivisions.get(`${type} ${id}`) ?? { type, id };
    knownDivisions.set(`${type} ${id}`, known);
    return known;
  };
  const descriptorOf = (object: ObjectNumber): ResourceDescriptor => {
    const descriptor = descriptors[object];
    if (descriptor === undefined) throw new Error(`there is no object number ${object}`);
    return descriptor;
  };
  return {
    add: (descriptor, live, { withDocument, withoutTargets, onNeeded }) => {
      const document = toDocument(descriptor, live);
      const inKey = pick(document, descriptor.key.fields);
      for (const target of pointersIn(inKey)) onNeeded(target);
      if (withDocument && !withoutTargets) for (const target of pointersIn(document)) onNeeded(target);
      ids.push(live.id);
      descriptors.push(descriptor);
      keyFields.push(JSON.stringify(inKey));
      places.push(withDocument ? scratch.put(JSON.stringify(document)) : nowhere);
      return divisions.push(divisionIn(document)) - 1;
    },
    idOf: (object) => ids[object] ?? '',
    descriptorOf,
    keyFieldsOf: (object) => JSON.parse(keyFields[object] ?? '{}') as JsonObject,
    divisionOf: (object) => divisions[object],
    documentOf: (object) => {
      const place = places[object] ?? nowhere;
      return place === nowhere ? undefined : (JSON.parse(scratch.get(place)) as JsonObject);
    },
  };
}

function* withTexts(
  objects: Iterable<ObjectNumber>,
  textOf: (object: ObjectNumber) => string | undefined,
): Generator<readonly [ObjectNumber, string | undefined], void> {
  for (const object of objects) yield [object, textOf(object)];
}

function pointersIn(value: JsonObject): readonly ObjectPointer[] {
  return referencesIn(value).map(({ $type, $handle }) => ({ type: $type, id: $handle }));
}

function pick(document: JsonObject, fields: readonly string[]): JsonObject {
  return Object.fromEntries(
    fields.flatMap((field) => (document[field] === undefined ? [] : [[field, document[field]]])),
  );
}
