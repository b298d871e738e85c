import { resolve } from 'node:path';
import type { Artifact } from '../../../core/index.ts';
import type { SavedSnapshot } from '../../../core/snapshot/index.ts';
import type { EmitEvent } from '../../../engine/index.ts';
import type { LoadedEnvironment } from '../../../project/index.ts';
import {
  rehearsalToHuman,
  rehearsalToJson,
  rehearsalToJunit,
  rehearsalToMarkdown,
  type RehearsalSummary,
} from '../../../views/rehearsal/index.ts';
import type { RehearseOptions } from '../../arguments/snapshots.ts';
import type { CommandContext } from '../../command-context.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { cloneSnapshot } from '../../rehearsal/clone.ts';
import { artifactOnCopy, rulesOnCopy, testsLeftOut } from '../../rehearsal/on-copy.ts';
import { rehearse } from '../../rehearsal/rehearse.ts';
import { readSnapshot } from '../../snapshot/read-snapshot.ts';
import { snapshotNow } from '../../snapshot/snapshot-now.ts';
import { print } from '../../terminal/print.ts';
import { withProgress } from '../../terminal/progress.ts';
import { findChange, type FoundChange } from '../../wiring/artifacts.ts';
import { planRenderings } from '../../wiring/decided/plan-renderings.ts';
import { exitCodeOfPlan, planOverSaved } from '../../wiring/plans.ts';
import { requestTimeoutMs } from '../../wiring/platforms.ts';
import { openWorkspace } from '../../wiring/workspace.ts';

/**
 * `signalbox rehearse`: deploys a change to a copy of the organisation in the simulator and takes it back, with faults.
 * Holds at most the read credential, and none with a saved snapshot.
 */
export async function runRehearse(context: CommandContext, options: RehearseOptions): Promise<ExitCode> {
  const workspace = openWorkspace(context);
  const environment = workspace.environment(options.env);
  const change = findChange(context, workspace, options);
  const read = await withProgress(context, `reading ${environment.name}`, (emit) =>
    snapshotOf(context, { environment, change, file: options.snapshot, emit }),
  );
  const planned = await planOverSaved(read, { ...change, environment, asOf: options.asOf, again: true });
  const refused = exitCodeOfPlan(planned.plan);
  if (refused !== exitCodes.fine) {
    print(context, planRenderings(context, planned, environment));
    return refused;
  }
  const summary = await withProgress(context, `rehearsing in a copy of ${environment.name}`, (emit) =>
    play({ environment, artifact: change.artifact, read, options, plan: planned.plan, emit }),
  );
  print(context, {
    human: () => rehearsalToHuman(context.screen, summary),
    json: () => rehearsalToJson(summary),
    markdown: () => rehearsalToMarkdown(summary),
    junit: () => rehearsalToJunit(summary),
  });
  return summary.passed ? exitCodes.fine : exitCodes.partial;
}

interface Read {
  readonly saved: SavedSnapshot;
  /** Empty for one that was only held in memory. */
  readonly digest: string;
}

async function snapshotOf(
  context: CommandContext,
  wish: {
    readonly environment: LoadedEnvironment;
    readonly change: FoundChange;
    readonly file: string | undefined;
    readonly emit: EmitEvent;
  },
): Promise<Read> {
  const { environment, change, file, emit } = wish;
  if (file !== undefined) return readSnapshot(resolve(context.terminal.cwd, file));
  const saved = await snapshotNow(context, { environment, emit, changes: [{ artifact: change.artifact }], types: [] });
  return { saved, digest: '' };
}

async function play({
  environment,
  artifact,
  read,
  options,
  plan,
  emit,
}: {
  readonly environment: LoadedEnvironment;
  readonly artifact: Artifact;
  readonly read: Read;
  readonly options: RehearseOptions;
  readonly plan: Parameters<typeof rehearse>[1]['plan'];
  readonly emit: EmitEvent;
}): Promise<RehearsalSummary> {
  const { saved, digest } = read;
  const clone = await cloneSnapshot(saved, environment.rules, emit);
  const seeds = Array.from({ length: options.rounds }, (_, index) => options.seed + index);
  const outcome = await rehearse(
    {
      clone,
      artifact: artifactOnCopy(artifact),
      rules: rulesOnCopy(environment.rules),
      environmentDigest: environment.digest,
      asOf: plan.asOf,
      budget: environment.connection.apiBudget,
      requestTimeoutMs: requestTimeoutMs(environment),
      emit,
    },
    { plan, seeds },
  );
  return {
    ...outcome,
    changeset: plan.changeset,
    artifactDigest: plan.artifactDigest,
    environment: environment.name,
    snapshot: { takenAt: saved.header.takenAt, ...(digest === '' ? {} : { digest }) },
    objects: clone.objects,
    notCloned: [
      ...testsLeftOut(artifact, environment.rules).map(({ name }) => ({
        address: `the test "${name}"`,
        reason: 'it looks beyond what a copy holds, so it is not run',
      })),
      ...clone.differs.map(({ address, reason }) => ({ address, reason })),
    ],
  };
}
