import type { ApiBudget, Artifact, ArtifactOrigin, Baseline, EnvironmentRules } from '../../core/index.ts';
import type { Plan, ContentFormats } from '../../core/plan/index.ts';
import { proposeChanges } from '../../core/review/index.ts';
import type { Catalogue, Snapshot } from '../../core/resource/index.ts';
import type { Clock, EmitEvent, PlatformReader } from '../ports.ts';
import { answerReads, beginSnapshot } from '../pull/pull.ts';
import { createReadProgress } from '../pull/read-progress.ts';
import { withMergeAuthors } from './merge-authors.ts';
import { withObstacles } from './obstacles.ts';

/** What a simulation needs of the outside. There is no write method in it. */
export interface SimulationPorts {
  readonly reader: PlatformReader;
  readonly clock: Clock;
  readonly emit?: EmitEvent | undefined;
}

/** What is simulated, and against which environment. */
export interface SimulationRequest {
  readonly artifact: Artifact;
  readonly origin?: ArtifactOrigin | undefined;
  readonly environment: EnvironmentRules;
  readonly environmentDigest: string;
  readonly catalogue: Catalogue;
  readonly contentFormats: ContentFormats;
  readonly baseline: Baseline;
  /** ISO instant that expressions see as now; the clock's when absent. */
  readonly asOf?: string | undefined;
  readonly budget?: ApiBudget | undefined;
  readonly deployedBefore?: { readonly runId: string } | undefined;
  /** Reads that need not be made again; answers what a saved snapshot can. */
  readonly snapshot?: Snapshot | undefined;
  /** True where the caller asks itself who holds what the plan writes. */
  readonly withoutObstacles?: boolean | undefined;
}

/** A plan and what it was decided on. */
export interface Simulation {
  readonly plan: Plan;
  readonly snapshot: Snapshot;
}

/** Plans until nothing more must be read. Writes nothing: it holds no way to write. */
export async function simulate(ports: SimulationPorts, request: SimulationRequest): Promise<Simulation> {
  const asOf = request.asOf ?? new Date(ports.clock.now()).toISOString();
  let snapshot = request.snapshot ?? (await beginSnapshot(ports.reader, ports.clock));
  const progress = createReadProgress(ports.clock, ports.emit);
  for (;;) {
    const result = proposeChanges({ ...request, asOf, snapshot });
    if (result.kind === 'plan') {
      const isLive = request.snapshot === undefined && request.withoutObstacles !== true;
      return {
        plan: isLive ? await withMergeAuthors(ports, await withObstacles(ports, result.plan)) : result.plan,
        snapshot,
      };
    }
    progress.expect(result.reads);
    snapshot = await answerReads(ports.reader, snapshot, result.reads, progress.answered);
  }
}
