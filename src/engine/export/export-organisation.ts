import { digestText, ownerOf, type AddressPin, type Json, type OwnershipRule } from '../../core/index.ts';
import { formatAddress, type Catalogue, type ResourceDescriptor } from '../../core/resource/index.ts';
import { engineError } from '../errors.ts';
import type { Clock, EmitEvent, PlatformReader } from '../ports.ts';
import { createReadProgress } from '../pull/read-progress.ts';
import { chooseTypes, isExportedUnasked, type ExportChoice } from './choose-types.ts';
import { hiddenObjects, patternsWithoutObject } from './export-diagnostics.ts';
import { withDependencies } from './follow.ts';
import { createObjectIndex, type IndexedObject, type ObjectIndex } from './object-index.ts';
import type {
  ExportedOrganisation,
  OrganisationExport,
  PortableDocument,
  PortableResult,
} from './portable-document.ts';
import { createContentReader, type ContentReader } from './read-contents.ts';
import { createObjectReader, type ObjectReader } from './read-objects.ts';
import { createMemoryScratch, type Scratch } from './scratch.ts';
import {
  divisionOf,
  divisionTypes,
  hasDivisions,
  isNarrowed,
  isSelected,
  mayHoldSelected,
  refuseUnknownDivisions,
} from './select-objects.ts';
import { exportedKey, toPortable } from './to-portable.ts';

/** What an export needs of the outside; nothing in it can write to the organisation. */
export interface ExportPorts {
  readonly reader: PlatformReader;
  readonly clock: Clock;
  readonly emit?: EmitEvent | undefined;
  /** Where documents wait until all names are known; in memory where it is absent. */
  readonly scratch?: Scratch | undefined;
}

/** What to export and how to name it. */
export interface ExportRequest extends ExportChoice {
  readonly catalogue: Catalogue;
  /** The organisation it must be; SB3002 otherwise. */
  readonly organisationId: string;
  /** Objects that a pin gives an address of their own. */
  readonly pins: readonly AddressPin[];
  /** Who owns what; documents of other owners say so. */
  readonly ownership?: readonly OwnershipRule[] | undefined;
  /** Parsers of contents, so that what they name can be followed. */
  readonly contentFormats?: Readonly<Record<string, (text: string) => Json>> | undefined;
}

/**
 * The organisation as portable documents, sorted by address: exporting twice gives the same bytes. Holds all of them;
 * `openExport` makes them one by one.
 */
export async function exportOrganisation(ports: ExportPorts, request: ExportRequest): Promise<ExportedOrganisation> {
  const { organisationId, organisation, types, diagnostics, results } = await openExport(ports, request);
  const all = [...results()];
  const documents = all.flatMap(({ document }) => document ?? []);
  return {
    organisationId,
    organisation,
    types,
    documents,
    contents: Object.fromEntries(
      documents.flatMap(({ contentText }) =>
        contentText === undefined ? [] : [[digestText(contentText), contentText]],
      ),
    ),
    diagnostics: [...diagnostics, ...all.flatMap((each) => each.diagnostics)],
  };
}

/**
 * Reads all that an export needs: the pages of the types and of the types they refer to, one listing per parent of every
 * part, and one export per content. Documents wait in the scratch, only names are held. Errors: SB3002, SB3055.
 */
export async function openExport(ports: ExportPorts, request: ExportRequest): Promise<OrganisationExport> {
  const chosen = chooseTypes(request.catalogue, request);
  const { id, name } = await ports.reader.identify();
  refuseForeign({ id, name }, request.organisationId);
  const scratch = ports.scratch ?? createMemoryScratch();
  const index = createObjectIndex(request.catalogue, request.pins);
  const reading = readersOf(ports, request, { index, scratch, chosen });
  const selected = await readChosen(request, index, reading, chosen);
  const objects = await withDependencies(
    { ...reading, index, catalogue: request.catalogue, choice: request },
    selected,
  );
  await reading.objects.readTargets(objects.flatMap(({ targets = [] }) => targets));
  await reading.contents.read(objects);
  const types = [
    ...new Set([...chosen, ...objects.map(({ descriptor }) => descriptor)].map(({ type }) => type)),
  ].toSorted();
  const ordered = inOrder(index, objects);
  return {
    organisationId: id,
    organisation: name,
    types,
    diagnostics: [
      ...hiddenObjects(reading.objects.incomplete, types),
      ...patternsWithoutObject(index, request, chosen),
      ...reading.contents.diagnostics,
    ],
    results: () => resultsOf(ordered, { index, scratch, contents: reading.contents, rules: request.ownership ?? [] }),
    isGone: goneTest(index, request, reading.objects.incomplete, ordered),
  };
}

interface Readers {
  readonly objects: ObjectReader;
  readonly contents: ContentReader;
}

function readersOf(
  { reader, clock, emit }: ExportPorts,
  request: ExportRequest,
  at: { readonly index: ObjectIndex; readonly scratch: Scratch; readonly chosen: readonly ResourceDescriptor[] },
): Readers {
  const { catalogue } = request;
  const { index, scratch } = at;
  const progress = createReadProgress(clock, emit);
  const isFollowing = (request.dependencyDepth ?? 0) > 0;
  const chosenTypes = new Set(at.chosen.map(({ type }) => type));
  const isKept = (type: string): boolean => {
    const descriptor = catalogue.find(type);
    return chosenTypes.has(type) || (isFollowing && descriptor !== undefined && isExportedUnasked(descriptor, request));
  };
  const withTargets = isFollowing || isNarrowed(request);
  const keep = (type: string) => (isKept(type) ? { scratch, withTargets } : { withTargets: false });
  return {
    objects: createObjectReader({ reader, catalogue, index, progress, keep }),
    contents: createContentReader({ reader, scratch, progress, index, formats: request.contentFormats ?? {} }),
  };
}

/** Whole types first, then what hangs under their objects; of both, what is chosen. */
async function readChosen(
  request: ExportRequest,
  index: ObjectIndex,
  { objects }: Readers,
  chosen: readonly ResourceDescriptor[],
): Promise<readonly IndexedObject[]> {
  const divisions = hasDivisions(request)
    ? divisionTypes(request.catalogue.types.flatMap((type) => request.catalogue.find(type) ?? []))
    : [];
  await objects.readTypes([...chosen.map(({ type }) => type), ...divisions]);
  refuseUnknownDivisions(index, request, divisions);
  const read = new Set<string>();
  const readPart = async (part: ResourceDescriptor): Promise<void> => {
    if (part.shape.kind === 'object' || read.has(part.type)) return;
    read.add(part.type);
    const parent = request.catalogue.find(part.shape.parentType);
    if (parent === undefined) return;
    if (parent.shape.kind === 'object') await objects.readTypes([parent.type]);
    else await readPart(parent);
    const parents = [...index.objectsOf(parent.type)];
    await objects.readParts(
      part,
      parents.filter((object) => mayHoldSelected(index, request, part, object)),
    );
  };
  for (const part of chosen) await readPart(part);
  return chosen.flatMap(({ type }) =>
    [...index.objectsOf(type)].filter((object) => isSelected(index, request, object)),
  );
}

function refuseForeign(found: { readonly id: string; readonly name: string }, pinned: string): void {
  if (found.id === pinned) return;
  throw engineError('SB3002', `The credentials belong to ${found.name} (${found.id}), not to organisation ${pinned}.`, {
    context: { pinned, found: found.id },
  });
}

interface OrderedObject {
  readonly object: IndexedObject;
  /** Empty for an object without a key. */
  readonly address: string;
}

function inOrder(index: ObjectIndex, objects: readonly IndexedObject[]): readonly OrderedObject[] {
  return objects
    .map((object) => ({ object, address: addressOf(index, object) ?? '' }))
    .toSorted((left, right) => (left.address < right.address ? -1 : left.address > right.address ? 1 : 0));
}

function addressOf(index: ObjectIndex, { descriptor: { type }, id }: IndexedObject): string | undefined {
  const name = index.nameOf(type, id);
  return name === undefined
    ? undefined
    : name.shared
      ? formatAddress({ type, key: exportedKey(name, id) })
      : name.address;
}

function* resultsOf(
  ordered: readonly OrderedObject[],
  from: {
    readonly index: ObjectIndex;
    readonly scratch: Scratch;
    readonly contents: ContentReader;
    readonly rules: readonly OwnershipRule[];
  },
): Generator<PortableResult, void> {
  const { index, scratch, contents, rules } = from;
  for (const { object } of ordered) {
    if (object.place === undefined) continue;
    const linked = JSON.parse(scratch.get(object.place)) as PortableDocument['document'];
    yield toPortable(
      { object, linked, contentText: contents.textOf(object), managedBy: ownerOfObject(index, rules, object) },
      index,
    );
  }
}

/** A part belongs to the division of its parent, but rules speak of objects that lie in one themselves. */
function ownerOfObject(
  index: ObjectIndex,
  rules: readonly OwnershipRule[],
  object: IndexedObject,
): PortableDocument['managedBy'] {
  const { type } = object.descriptor;
  const key = index.nameOf(type, object.id)?.key;
  if (rules.length === 0 || key === undefined) return undefined;
  const division = object.division === undefined ? undefined : divisionOf(index, object);
  const owner = ownerOf(rules, { type, key, division });
  return owner === 'signalbox' ? undefined : owner;
}

/** Absence proves something only where all of a type was seen; of parts only where every parent was asked. */
function goneTest(
  index: ObjectIndex,
  request: ExportRequest,
  incomplete: ReadonlyMap<string, string>,
  ordered: readonly OrderedObject[],
): OrganisationExport['isGone'] {
  const isWhole = !isNarrowed(request) && request.include === undefined;
  const types = new Set(ordered.map(({ object }) => object.descriptor.type));
  for (const { type } of chooseTypes(request.catalogue, request)) types.add(type);
  const there = new Map<string, ReadonlySet<string>>();
  return (address) => {
    const type = address.slice(0, Math.max(0, address.indexOf('/')));
    const descriptor = request.catalogue.find(type);
    if (descriptor === undefined || !types.has(type) || incomplete.has(type)) return false;
    if (isWhole) return true;
    if (descriptor.shape.kind !== 'object') return false;
    const addresses =
      there.get(type) ?? new Set([...index.objectsOf(type)].map((object) => addressOf(index, object) ?? ''));
    there.set(type, addresses);
    return !addresses.has(address);
  };
}
