import type { Artifact, Baseline } from '../../core/index.ts';
import type { Catalogue, ResourceDescriptor, TypeListing } from '../../core/resource/index.ts';
import type { ListName, SnapshotHeader, SnapshotRecord } from '../../core/snapshot/index.ts';
import { engineError } from '../errors.ts';
import { noListOr } from '../pull/no-list.ts';
import { simulate, type SimulationPorts, type SimulationRequest } from '../simulate/simulate.ts';
import { canBeHeld } from './can-be-held.ts';
import { createRecordingReader, keepable, recordsOfListing, type ModeOf } from './recording-reader.ts';

/** What a snapshot is to hold. */
export interface SnapshotRequest extends Omit<SimulationRequest, 'artifact' | 'deployedBefore' | 'snapshot'> {
  /** Changes whose simulation the snapshot has to answer, each with the run that deployed it here, where there is one. */
  readonly changes: readonly { readonly artifact: Artifact; readonly deployedBefore?: { readonly runId: string } }[];
  /** Types to hold whole, whoever asks for them. */
  readonly types: readonly string[];
  /** Also their parts, contents, users and who holds them: several requests for each object. */
  readonly deep: boolean;
  readonly baseline: Baseline;
}

/**
 * The records of a snapshot, header first: what the simulations of the changes read, then whole types, page by page, then
 * the baseline. Reads only; a type is never held whole. Errors: SB3152 for a type that has no list of its own.
 */
export async function* takeSnapshot(
  ports: SimulationPorts,
  request: SnapshotRequest,
): AsyncGenerator<SnapshotRecord, void> {
  const { catalogue, environment, baseline } = request;
  refuseUnlisted(catalogue, request.types);
  yield await headerOf(ports, environment.name);
  const modeOf: ModeOf = ({ type, defaultMode }) => environment.modes[type] ?? defaultMode;
  const recording = createRecordingReader(ports.reader, { catalogue, modeOf });
  for (const change of request.changes)
    await simulate({ ...ports, reader: recording.reader }, { ...request, ...change });
  const recorded = recording.records();
  yield* recorded;
  const whole = wholeTypes(request, recorded);
  for (const descriptor of whole) yield* typeRecords(ports, { catalogue, modeOf, deep: request.deep }, descriptor);
  for (const address of Object.keys(baseline.entries).toSorted()) {
    const entry = baseline.entries[address];
    if (entry !== undefined) yield { kind: 'baseline', entry };
  }
  for (const { artifact, deployedBefore } of request.changes)
    if (deployedBefore !== undefined)
      yield { kind: 'deployed', artifactDigest: artifact.digest, runId: deployedBefore.runId };
}

async function headerOf({ reader, clock }: SimulationPorts, environment: string): Promise<SnapshotHeader> {
  const takenAt = new Date(clock.now()).toISOString();
  const { id, name, domain } = await reader.identify();
  return { kind: 'snapshot', formatVersion: 1, environment, organisation: { id, name, domain }, takenAt };
}

function refuseUnlisted(catalogue: Catalogue, types: readonly string[]): void {
  const wrong = types.filter((type) => catalogue.find(type)?.shape.kind !== 'object');
  if (wrong.length === 0) return;
  throw engineError('SB3152', `${wrong.join(', ')}: not types that can be listed whole.`, {
    context: { types: wrong },
  });
}

/** Types that the simulations listed already are not read again, unless what is beneath their objects is wanted. */
function wholeTypes(request: SnapshotRequest, recorded: readonly SnapshotRecord[]): readonly ResourceDescriptor[] {
  const listed = new Set(recorded.flatMap((record) => (record.kind === 'listing' ? [record.type] : [])));
  return [...new Set(request.types)]
    .toSorted()
    .filter((type) => request.deep || !listed.has(type))
    .flatMap((type) => request.catalogue.find(type) ?? []);
}

interface Depth {
  readonly catalogue: Catalogue;
  readonly modeOf: ModeOf;
  readonly deep: boolean;
}

async function* typeRecords(
  ports: SimulationPorts,
  depth: Depth,
  descriptor: ResourceDescriptor,
): AsyncGenerator<SnapshotRecord, void> {
  const { type } = descriptor;
  say(ports, `reading ${type}`);
  const ids: string[] = [];
  let end: Omit<TypeListing, 'objects'> = { complete: true };
  for await (const { objects, ...state } of pagesOf(ports, type)) {
    if (!state.complete) end = state;
    for (const live of objects) {
      ids.push(live.id);
      yield { kind: 'object', list: 'type', type, object: keepable(depth.catalogue, depth.modeOf, type, live) };
    }
  }
  yield { kind: 'listing', list: 'type', type, ...end };
  const { listDeleted } = ports.reader;
  if (descriptor.restorable && listDeleted !== undefined)
    yield* listed(depth, { list: 'deleted', type }, await listDeleted(type));
  if (depth.deep) for (const id of ids) yield* beneath(ports, depth, descriptor, id);
}

async function* pagesOf({ reader }: SimulationPorts, type: string): AsyncGenerator<TypeListing, void> {
  if (reader.listPages === undefined) {
    yield await reader.list(type).catch((error: unknown) => noListOr(error, type));
    return;
  }
  try {
    yield* reader.listPages(type);
  } catch (error) {
    yield noListOr(error, type);
  }
}

/** What uses an object, its content, who holds it, and its parts with theirs. */
async function* beneath(
  ports: SimulationPorts,
  depth: Depth,
  descriptor: ResourceDescriptor,
  id: string,
): AsyncGenerator<SnapshotRecord, void> {
  const { type, content, shape } = descriptor;
  if (shape.kind === 'object') {
    const consumers = await ports.reader.consumers(type, id);
    yield { kind: 'consumers', type, id, consumers: consumers ?? null };
  }
  if (content !== undefined) {
    const found = await ports.reader.readContent(type, id);
    yield { kind: 'content', type, id, text: '', revision: '', ...found };
  }
  if (canBeHeld(descriptor)) yield { kind: 'obstacles', type, id, obstacles: await ports.reader.obstacles(type, id) };
  for (const name of depth.catalogue.types) {
    const part = depth.catalogue.find(name);
    if (part === undefined || part.shape.kind === 'object' || part.shape.parentType !== type) continue;
    const listing = await ports.reader.listPart(name, id);
    yield* listed(depth, { list: 'part', type: name, parentId: id }, listing);
    for (const child of part.shape.kind === 'child' ? listing.objects : [])
      yield* beneath(ports, depth, part, child.id);
  }
}

function listed({ catalogue, modeOf }: Depth, name: ListName, listing: TypeListing): readonly SnapshotRecord[] {
  const objects = listing.objects.map((live) => keepable(catalogue, modeOf, name.type, live));
  return recordsOfListing(name, { ...listing, objects });
}

function say({ clock, emit }: SimulationPorts, message: string): void {
  emit?.({ at: new Date(clock.now()).toISOString(), kind: 'reading', message });
}
