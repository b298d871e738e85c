import { catalogue } from '../../src/catalog/index.ts';
import type { Json, JsonObject } from '../../src/core/index.ts';
import {
  formatAddress,
  keyOfDocument,
  mapReferences,
  toDocument,
  withDefaults,
  type LiveObject,
  type ResourceDescriptor,
} from '../../src/core/resource/index.ts';
import type { PlatformReader } from '../../src/engine/index.ts';
import { contentFormats } from './ports.ts';

/** Every object of an organisation in canonical form, by address; references are addresses, ids appear nowhere. */
export type CanonicalOrganisation = Readonly<Record<string, JsonObject>>;

interface Found {
  readonly descriptor: ResourceDescriptor;
  readonly live: LiveObject;
  readonly document: JsonObject;
}

/** Types that no scenario changes and that every organisation has. */
const leftOut = new Set(['user', 'auth_role', 'auth_division', 'oauth_client']);

/** Reads everything the catalogue knows. Twins get a number behind their address, so that none is lost. */
export async function readCanonical(reader: PlatformReader): Promise<CanonicalOrganisation> {
  const objects = await readObjects(reader);
  const parts = await readParts(reader, objects);
  const all = [...objects, ...parts];
  const keys = keysById(all);
  const entries: [string, JsonObject][] = [];
  const taken = new Map<string, number>();
  for (const found of all) {
    if (leftOut.has(found.descriptor.type)) continue;
    const plain = addressOf(found, keys);
    const count = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, count);
    entries.push([count === 1 ? plain : `${plain} (${count})`, await canonicalForm(reader, found, keys)]);
  }
  return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

async function readObjects(reader: PlatformReader): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const descriptor of descriptors()) {
    if (descriptor.shape.kind !== 'object') continue;
    const listing = await reader.list(descriptor.type);
    found.push(...listing.objects.map((live) => ({ descriptor, live, document: toDocument(descriptor, live) })));
  }
  return found;
}

async function readParts(reader: PlatformReader, objects: readonly Found[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const descriptor of descriptors()) {
    const { shape } = descriptor;
    if (shape.kind === 'object') continue;
    for (const parent of objects.filter((object) => object.descriptor.type === shape.parentType)) {
      const listing = await reader.listPart(descriptor.type, parent.live.id);
      found.push(...listing.objects.map((live) => ({ descriptor, live, document: toDocument(descriptor, live) })));
    }
  }
  return found;
}

async function canonicalForm(reader: PlatformReader, found: Found, keys: Keys): Promise<JsonObject> {
  const { descriptor, document, live } = found;
  const whole = withDefaults(descriptor, { ...document, ...(await contentOf(reader, descriptor, live)) });
  const named = mapReferences(whole, ({ $type, $handle }) => labelOf(keys, $type, $handle));
  return sortedSets(descriptor, named as JsonObject);
}

async function contentOf(
  reader: PlatformReader,
  descriptor: ResourceDescriptor,
  live: LiveObject,
): Promise<JsonObject> {
  const { content } = descriptor;
  if (content === undefined) return {};
  const exported = await reader.readContent(descriptor.type, live.id);
  const parse = contentFormats[content.format];
  if (exported === undefined || parse === undefined) return {};
  return { [content.field]: content.canonical(parse(exported.text)) };
}

type Keys = ReadonlyMap<string, readonly string[]>;

function keysById(all: readonly Found[]): Keys {
  const keys = new Map<string, readonly string[]>();
  for (const found of all) {
    if (found.descriptor.shape.kind !== 'object') continue;
    const key = keyOfDocument(found.descriptor, found.document, () => undefined);
    if (key !== undefined) keys.set(`${found.descriptor.type} ${found.live.id}`, key);
  }
  return keys;
}

function addressOf(found: Found, keys: Keys): string {
  const { descriptor, document, live } = found;
  const key = keyOfDocument(descriptor, document, (type, handle) => keys.get(`${type} ${handle}`));
  return formatAddress({ type: descriptor.type, key: key ?? [live.id] });
}

function labelOf(keys: Keys, type: string, id: string): Json {
  const key = keys.get(`${type} ${id}`);
  return key === undefined ? `${type} without a name` : formatAddress({ type, key });
}

/** Sets were sorted by id, which differs between organisations; here they are sorted by address. */
function sortedSets(descriptor: ResourceDescriptor, document: JsonObject): JsonObject {
  const sets = Object.entries(descriptor.lists).flatMap(([path, { kind }]) => (kind === 'set' ? [path] : []));
  const entries = Object.entries(document).map(([name, value]) => {
    const isSet = sets.includes(name) && Array.isArray(value);
    return [
      name,
      isSet ? (value as Json[]).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value,
    ];
  });
  return Object.fromEntries(entries) as JsonObject;
}

function descriptors(): readonly ResourceDescriptor[] {
  return catalogue.types.flatMap((type) => catalogue.find(type) ?? []);
}
