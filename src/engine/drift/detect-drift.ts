import {
  applyExceptions,
  attributeFinding,
  compareBaseline,
  type BaselineComparison,
  type DriftFinding,
  type DriftReport,
} from '../../core/drift/index.ts';
import type { Baseline, EnvironmentRules } from '../../core/index.ts';
import { parentIdOf, revisionsOf, type Catalogue, type ReadRequest, type Snapshot } from '../../core/resource/index.ts';
import { refuseForeign } from '../identity/index.ts';
import type { AuditEvent, Clock, EmitEvent, Interval, PlatformReader, Run, Store } from '../ports.ts';
import { answerReads, beginSnapshot } from '../pull/pull.ts';
import { createReadProgress } from '../pull/read-progress.ts';

/** What drift detection needs of the outside; it writes nowhere. */
export interface DriftPorts {
  readonly reader: PlatformReader;
  readonly store: Pick<Store, 'readBaseline' | 'findRun' | 'listRuns'>;
  readonly clock: Clock;
  readonly emit?: EmitEvent | undefined;
}

/** The environment to look at. */
export interface DriftRequest {
  readonly environment: EnvironmentRules;
  readonly catalogue: Catalogue;
}

type Finding = BaselineComparison['findings'][number];

/** The platform keeps audits that can be queried at once for so long. */
const auditReachMs = 14 * 24 * 3_600_000;

/**
 * Live against baseline over the fields we own. Reads only the types and parts the baseline names, and the audits of
 * what drifted since the run that last moved it.
 */
export async function detectDrift(ports: DriftPorts, request: DriftRequest): Promise<DriftReport> {
  const { environment, catalogue } = request;
  const identity = await ports.reader.identify();
  refuseForeign(environment, identity, 'read');
  const baseline = await ports.store.readBaseline(environment.name);
  const snapshot = await withEarlierIds(ports, baseline, catalogue, await readOwned(ports, baseline, catalogue));
  const { compared, findings: differing, blindSpots } = compareBaseline(baseline, snapshot, catalogue);
  const today = new Date(ports.clock.now()).toISOString();
  const { findings, declared } = applyExceptions(differing, environment.exceptions ?? [], today);
  const unfinished = await unfinishedObjects(ports, environment.name);
  const since = await sinceByAddress(ports, baseline, findings);
  const audits = await readAudits(ports, catalogue, findings, since);
  const attributed = findings.map((finding): DriftFinding =>
    attributeFinding(finding, {
      records: audits.get(finding.type)?.filter(({ at }) => at >= (since.get(finding.address) ?? '')),
      ownClients: [identity.clientId],
      hasUnfinishedRun: unfinished.has(finding.address),
    }),
  );
  return {
    environment: environment.name,
    organisationId: identity.id,
    takenAt: snapshot.takenAt,
    compared,
    findings: attributed,
    declared,
    blindSpots,
    attributed: [...audits.values()].every((events) => events !== undefined),
  };
}

async function readOwned(ports: DriftPorts, baseline: Baseline, catalogue: Catalogue): Promise<Snapshot> {
  const begun = await beginSnapshot(ports.reader, ports.clock);
  const reads = readsOf(baseline, catalogue);
  const progress = createReadProgress(ports.clock, ports.emit);
  progress.expect(reads);
  return answerReads(ports.reader, begun, reads, progress.answered);
}

/** Objects whose ids move on are in the snapshot under the ids by which the baseline knows them as well. */
async function withEarlierIds(
  ports: DriftPorts,
  baseline: Baseline,
  catalogue: Catalogue,
  snapshot: Snapshot,
): Promise<Snapshot> {
  const types = new Map(Object.entries(snapshot.types));
  for (const { type, id } of Object.values(baseline.entries)) {
    const descriptor = catalogue.find(type);
    const listing = types.get(type);
    if (descriptor === undefined || listing === undefined || revisionsOf(descriptor) === undefined) continue;
    if (listing.objects.some((object) => object.id === id)) continue;
    const live = await ports.reader.read(type, id);
    if (live !== undefined) types.set(type, { ...listing, objects: [...listing.objects, live] });
  }
  return { ...snapshot, types: Object.fromEntries(types) };
}

/** Types whole; parts of the parents that the baseline binds. Parents are read too, so that a vanished one is seen. */
function readsOf(baseline: Baseline, catalogue: Catalogue): readonly ReadRequest[] {
  const reads = new Map<string, ReadRequest>();
  const add = (type: string, id: string): void => {
    const descriptor = catalogue.find(type);
    const parentId = descriptor === undefined ? undefined : parentIdOf(catalogue, descriptor, id);
    if (descriptor?.shape.kind === 'object') reads.set(type, { kind: 'type', type });
    else if (descriptor !== undefined && parentId !== undefined) {
      reads.set(`${type} ${parentId}`, { kind: 'part', type, parentId });
      add(descriptor.shape.parentType, parentId);
    }
  };
  for (const { type, id } of Object.values(baseline.entries)) add(type, id);
  return [...reads.values()];
}

/** Addresses that a run touched which did not succeed: what is there may be ours, half done. */
async function unfinishedObjects(ports: DriftPorts, environment: string): Promise<ReadonlySet<string>> {
  const runs = await ports.store.listRuns({ environment, states: ['running', 'compensating', 'held'], limit: 50 });
  return new Set(
    runs.flatMap(({ plan }) => plan.steps.filter(({ kind }) => kind !== 'noop').map(({ address }) => address)),
  );
}

/** When the baseline of each drifted object last moved: foreign edits are younger. */
async function sinceByAddress(
  ports: DriftPorts,
  baseline: Baseline,
  findings: readonly Finding[],
): Promise<ReadonlyMap<string, string>> {
  const runs = new Map<string, Run | undefined>();
  const oldest = new Date(ports.clock.now() - auditReachMs).toISOString();
  const since = new Map<string, string>();
  for (const { address } of findings) {
    const runId = baseline.entries[address]?.runId;
    if (runId === undefined) continue;
    if (!runs.has(runId)) runs.set(runId, await ports.store.findRun(runId));
    const moved = runs.get(runId)?.finishedAt ?? oldest;
    since.set(address, moved > oldest ? moved : oldest);
  }
  return since;
}

async function readAudits(
  ports: DriftPorts,
  catalogue: Catalogue,
  findings: readonly Finding[],
  since: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, readonly AuditEvent[] | undefined>> {
  const byType = Map.groupBy(findings, ({ type }) => type);
  const audits = new Map<string, readonly AuditEvent[] | undefined>();
  for (const [type, found] of byType) {
    const from = found.map(({ address }) => since.get(address) ?? '').toSorted()[0];
    const to = new Date(ports.clock.now() + 1000).toISOString();
    const interval: Interval = {
      from: from === undefined || from === '' ? new Date(ports.clock.now() - auditReachMs).toISOString() : from,
      to,
    };
    audits.set(type, await auditsOf(ports.reader, catalogue, { type, interval, ids: found.map(({ id }) => id) }));
  }
  return audits;
}

/** Of one object alone, or of the whole type; objects that are recorded under several ids are asked for one by one. */
async function auditsOf(
  reader: PlatformReader,
  catalogue: Catalogue,
  wanted: { readonly type: string; readonly interval: Interval; readonly ids: readonly string[] },
): Promise<readonly AuditEvent[] | undefined> {
  const { type, interval, ids } = wanted;
  const [only] = ids;
  if (ids.length === 1) return reader.audits(type, interval, only);
  const descriptor = catalogue.find(type);
  if (descriptor === undefined || revisionsOf(descriptor) === undefined)
    return reader.audits(type, interval, undefined);
  const events: AuditEvent[] = [];
  for (const id of ids) {
    const found = await reader.audits(type, interval, id);
    if (found === undefined) return undefined;
    events.push(...found);
  }
  return events;
}
