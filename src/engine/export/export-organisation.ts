import { digestText, type AddressPin, type Diagnostic } from '../../core/index.ts';
import type {
  Catalogue,
  ContentSnapshot,
  LiveObject,
  ReadRequest,
  ResourceDescriptor,
  Snapshot,
  TypeListing,
} from '../../core/resource/index.ts';
import { engineError } from '../errors.ts';
import { exportErrorCodes } from './errors.ts';
import type { Clock, EmitEvent, PlatformReader } from '../ports.ts';
import { answerReads, beginSnapshot } from '../pull/pull.ts';
import { createReadProgress } from '../pull/read-progress.ts';
import { chooseTypes, neededTypes, type ExportChoice } from './choose-types.ts';
import { nameObjects } from './name-objects.ts';
import type { ExportedOrganisation, PortableDocument } from './portable-document.ts';
import { toPortable } from './to-portable.ts';

/** What an export needs of the outside; nothing in it can write to the organisation. */
export interface ExportPorts {
  readonly reader: PlatformReader;
  readonly clock: Clock;
  readonly emit?: EmitEvent | undefined;
}

/** What to export and how to name it. */
export interface ExportRequest extends ExportChoice {
  readonly catalogue: Catalogue;
  /** The organisation it must be; SB3002 otherwise. */
  readonly organisationId: string;
  /** Objects that a pin gives an address of their own. */
  readonly pins: readonly AddressPin[];
}

/**
 * The organisation as portable documents, sorted by address: exporting twice gives the same bytes. Costs the pages of
 * the types and of the types they refer to, one listing per parent of every part, and one export per content.
 */
export async function exportOrganisation(ports: ExportPorts, request: ExportRequest): Promise<ExportedOrganisation> {
  const chosen = chooseTypes(request.catalogue, request);
  const { id, name } = await ports.reader.identify();
  refuseForeign({ id, name }, request.organisationId);
  const snapshot = await gather(ports, request.catalogue, chosen);
  const names = nameObjects(snapshot, request.catalogue, request.pins);
  const results = chosen.flatMap((descriptor) =>
    objectsOf(snapshot, descriptor).map((live) =>
      toPortable(descriptor, live, names, contentOf(snapshot, descriptor, live)),
    ),
  );
  return {
    organisationId: id,
    organisation: name,
    documents: results.flatMap(({ document }) => (document === undefined ? [] : [document])).toSorted(byAddress),
    contents: Object.fromEntries(
      Object.values(snapshot.contents)
        .filter(isPublished)
        .map(({ text }) => [digestText(text), text]),
    ),
    diagnostics: [...hiddenObjects(snapshot, chosen), ...results.flatMap(({ diagnostics }) => diagnostics)],
    types: chosen.map(({ type }) => type),
  };
}

function refuseForeign(found: { readonly id: string; readonly name: string }, pinned: string): void {
  if (found.id === pinned) return;
  throw engineError('SB3002', `The credentials belong to ${found.name} (${found.id}), not to organisation ${pinned}.`, {
    context: { pinned, found: found.id },
  });
}

/** Whole types first, then what hangs under their objects, then contents. */
async function gather(
  ports: ExportPorts,
  catalogue: Catalogue,
  chosen: readonly ResourceDescriptor[],
): Promise<Snapshot> {
  const types = neededTypes(catalogue, chosen);
  const progress = createReadProgress(ports.clock, ports.emit);
  const begun = await beginSnapshot(ports.reader, ports.clock);
  const listings = types.map((type): ReadRequest => ({ kind: 'type', type }));
  progress.expect(listings);
  const whole = await answerReads(ports.reader, begun, listings, progress.answered);
  const rest = chosen.flatMap((descriptor) => readsBelow(descriptor, whole));
  progress.expect(rest);
  return answerReads(ports.reader, whole, rest, progress.answered);
}

function readsBelow(descriptor: ResourceDescriptor, snapshot: Snapshot): readonly ReadRequest[] {
  const { shape, type } = descriptor;
  if (shape.kind !== 'object') {
    return (snapshot.types[shape.parentType]?.objects ?? []).map(({ id }) => ({ kind: 'part', type, parentId: id }));
  }
  if (descriptor.content === undefined) return [];
  return (snapshot.types[type]?.objects ?? []).map(({ id }) => ({ kind: 'content', type, id }));
}

function contentOf(snapshot: Snapshot, descriptor: ResourceDescriptor, live: LiveObject) {
  const content = descriptor.content === undefined ? undefined : snapshot.contents[live.id];
  return content === undefined || !isPublished(content) ? undefined : content;
}

/** What was never published has no revision. */
function isPublished(content: ContentSnapshot): boolean {
  return content.revision !== '';
}

function objectsOf(snapshot: Snapshot, descriptor: ResourceDescriptor): readonly LiveObject[] {
  return listingsOf(snapshot, descriptor.type).flatMap(({ objects }) => objects);
}

function listingsOf(snapshot: Snapshot, type: string): readonly TypeListing[] {
  const whole = snapshot.types[type];
  return whole === undefined ? Object.values(snapshot.parts[type] ?? {}) : [whole];
}

function hiddenObjects(snapshot: Snapshot, chosen: readonly ResourceDescriptor[]): readonly Diagnostic[] {
  return chosen.flatMap(({ type }) => {
    const partial = listingsOf(snapshot, type).find(({ complete }) => !complete);
    if (partial === undefined) return [];
    return {
      code: 'SB3053',
      severity: 'warning',
      summary: `Not every ${type} could be seen`,
      detail: `${partial.incompleteBecause ?? 'The listing was not complete'}; what is missing here may well exist.`,
      remedy: exportErrorCodes.SB3053.remedy,
    };
  });
}

function byAddress(left: PortableDocument, right: PortableDocument): number {
  return left.address < right.address ? -1 : left.address > right.address ? 1 : 0;
}
