import { digestText, type AddressPin, type EnvironmentRules, type Json, type OwnershipRule } from '../../core/index.ts';
import type { Catalogue, ResourceDescriptor } from '../../core/resource/index.ts';
import type { Clock, EmitEvent, PlatformReader } from '../ports.ts';
import { refuseForeign } from '../identity/index.ts';
import { createReadProgress } from '../pull/read-progress.ts';
import { chooseTypes, isExportedUnasked, type ExportChoice } from './choose/choose-types.ts';
import { withDependencies } from './choose/follow.ts';
import {
  divisionTypes,
  hasDivisions,
  isNarrowed,
  isSelected,
  mayHoldSelected,
  refuseUnknownDivisions,
} from './choose/select-objects.ts';
import { hiddenObjects, patternsWithoutObject } from './export-diagnostics.ts';
import type { ExportedOrganisation, OrganisationExport } from './portable/portable-document.ts';
import { exportedAddress, inOrder, resultsOf } from './portable/portable-results.ts';
import { createObjectIndex, type ObjectIndex, type ObjectNumber, type ObjectPointer } from './read/object-index.ts';
import { createContentReader, type ContentReader } from './read/read-contents.ts';
import { createObjectReader, type ObjectReader } from './read/read-objects.ts';
import { createMemoryScratch, type Scratch } from './read/scratch.ts';

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
  /** Name of the environment, and all of the project, so that a stranger's organisation can be named. */
  readonly name?: string | undefined;
  readonly neighbours?: EnvironmentRules['neighbours'];
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
  refuseForeign({ ...request, name: request.name ?? 'the environment' }, { id, name }, 'read');
  const scratch = ports.scratch ?? createMemoryScratch();
  const index = createObjectIndex(request.catalogue, { pins: request.pins, scratch });
  const reading = readersOf(ports, request, { index, scratch, chosen });
  const selected = await readChosen(request, index, reading, chosen);
  const objects = await withDependencies(
    { ...reading, index, catalogue: request.catalogue, choice: request },
    selected,
  );
  if (readsTargetsLate(request)) await reading.objects.readTargets(targetsOf(index, objects));
  await reading.contents.read(objects);
  const types = typesOf(index, objects, chosen);
  const ordered = inOrder(index, objects);
  return {
    organisationId: id,
    organisation: name,
    types,
    incomplete: reading.objects.incomplete,
    diagnostics: [
      ...hiddenObjects(reading.objects.incomplete, types),
      ...patternsWithoutObject(index, request, chosen),
      ...reading.contents.diagnostics,
    ],
    results: () =>
      resultsOf(ordered, { index, contents: reading.contents, organisationId: id, rules: request.ownership ?? [] }),
    isGone: goneTest(index, request, reading.objects.incomplete, types),
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
  const withoutTargets = readsTargetsLate(request);
  const keep = (type: string) => ({ withDocument: isKept(type), withoutTargets });
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
): Promise<readonly ObjectNumber[]> {
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

/** True where much is read that is not exported: what that points at need not be read. */
function readsTargetsLate(request: ExportRequest): boolean {
  return (request.dependencyDepth ?? 0) > 0 || isNarrowed(request);
}

/** Each target once, however many objects point at it. */
function targetsOf(index: ObjectIndex, objects: readonly ObjectNumber[]): Iterable<ObjectPointer> {
  const targets = new Map<string, ObjectPointer>();
  for (const object of objects)
    for (const target of index.targetsOf(object)) targets.set(`${target.type} ${target.id}`, target);
  return targets.values();
}

function typesOf(
  index: ObjectIndex,
  objects: readonly ObjectNumber[],
  chosen: readonly ResourceDescriptor[],
): readonly string[] {
  const types = new Set(chosen.map(({ type }) => type));
  for (const object of objects) types.add(index.descriptorOf(object).type);
  return [...types].toSorted();
}

/** Absence proves something only where all of a type was seen; of parts only where every parent was asked. */
function goneTest(
  index: ObjectIndex,
  request: ExportRequest,
  incomplete: ReadonlyMap<string, string>,
  exported: readonly string[],
): OrganisationExport['isGone'] {
  const isWhole = !isNarrowed(request) && request.include === undefined;
  const types = new Set(exported);
  const there = new Map<string, ReadonlySet<string>>();
  return (address) => {
    const type = address.slice(0, Math.max(0, address.indexOf('/')));
    const descriptor = request.catalogue.find(type);
    if (descriptor === undefined || !types.has(type) || incomplete.has(type)) return false;
    if (isWhole) return true;
    if (descriptor.shape.kind !== 'object') return false;
    const addresses =
      there.get(type) ?? new Set([...index.objectsOf(type)].map((object) => exportedAddress(index, object) ?? ''));
    there.set(type, addresses);
    return !addresses.has(address);
  };
}
