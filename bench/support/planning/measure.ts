import { catalogue } from '../../../src/catalog/index.ts';
import type { Action } from '../../../src/core/index.ts';
import { planChanges, type Plan, type PlanInput, type PlanResult } from '../../../src/core/plan/index.ts';
import type { ReadRequest, Snapshot, TypeListing } from '../../../src/core/resource/index.ts';
import { proposeChanges } from '../../../src/core/review/index.ts';
import { benchArtifact, benchEnvironment } from '../bench-organisation.ts';
import { countedFields, iteratorsPerType, largeSnapshot } from './large-snapshot.ts';

/** What planning an organisation took. */
export interface PlanningCost {
  readonly planSeconds: number;
  readonly reviewSeconds: number;
  readonly steps: number;
  /** Peak of the whole process, the organisation included. */
  readonly megabytes: number;
}

/** Plans changes of a twentieth of that many objects, alone and with review; CPU seconds of this process. */
export function measurePlanning(count: number): PlanningCost {
  // What the compiler of the runtime does is no work of the planner: once small, then what is measured.
  plan(planChanges, largeSnapshot(1000));
  plan(proposeChanges, largeSnapshot(1000));
  const snapshot = largeSnapshot(count);
  const bare = plan(planChanges, snapshot);
  const reviewed = plan(proposeChanges, snapshot);
  return {
    planSeconds: bare.seconds,
    reviewSeconds: reviewed.seconds,
    steps: bare.plan.steps.length,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
}

const actions = countedFields.flatMap(({ type, field }) =>
  Array.from({ length: iteratorsPerType }, (_, batch): Action => ({
    kind: 'forEach',
    type,
    as: 'it',
    where: `it.${field} == "batch ${batch}" && it.name != ""`,
    set: { [field]: '${it.name + " changed"}' },
    source: { file: 'bench.yaml', line: batch + 1 },
  })),
);

/** As documents give them: one selector for each. */
const labels = Array.from({ length: 5000 }, (_, index) => ({
  type: 'routing_queue',
  name: `VIP ${index}`,
  labels: { tier: 'vip' },
}));

/** Plans until nothing more must be read; the last round, which gives the plan, counts. */
function plan(
  decide: (input: PlanInput) => PlanResult,
  given: Snapshot,
): { readonly plan: Plan; readonly seconds: number } {
  let known = given;
  for (;;) {
    const started = process.cpuUsage();
    const decided = decide(inputOf(known));
    const { user, system } = process.cpuUsage(started);
    if (decided.kind === 'plan') return { plan: decided.plan, seconds: (user + system) / 1e6 };
    known = decided.reads.reduce(answerWithNothing, known);
  }
}

function inputOf(known: Snapshot): PlanInput {
  return {
    artifact: benchArtifact(actions),
    environment: { ...benchEnvironment('org'), labels },
    environmentDigest: 'sha256:env',
    catalogue,
    snapshot: known,
    baseline: { environment: 'bench', entries: {} },
    asOf: '2026-01-01T00:00:00.000Z',
    contentFormats: {},
  };
}

function answerWithNothing(known: Snapshot, read: ReadRequest): Snapshot {
  const nothing: TypeListing = { objects: [], complete: true };
  switch (read.kind) {
    case 'type':
      return { ...known, types: { ...known.types, [read.type]: nothing } };
    case 'part':
      return {
        ...known,
        parts: { ...known.parts, [read.type]: { ...known.parts[read.type], [read.parentId]: nothing } },
      };
    case 'consumers':
      return { ...known, consumers: { ...known.consumers, [read.id]: [] } };
    case 'deleted':
      return { ...known, deleted: { ...known.deleted, [read.type]: nothing } };
    case 'content':
      return known;
    default:
      return read satisfies never;
  }
}
