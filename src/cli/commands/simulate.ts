import { resolve } from 'node:path';
import { writeFileAtomically } from '../../project/index.ts';
import { hasChanges } from '../../views/index.ts';
import type { SimulateOptions } from '../arguments/releasing.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { readSnapshot } from '../snapshot/read-snapshot.ts';
import { print } from '../terminal/print.ts';
import { withProgress } from '../terminal/progress.ts';
import { planRenderings, refuseIdleCommentFlags } from '../wiring/decided/plan-renderings.ts';
import { findChange } from '../wiring/artifacts.ts';
import { exitCodeOfPlan, planOver, planOverSaved } from '../wiring/plans.ts';
import type { Planned, PlanningRequest } from '../wiring/plans.ts';
import { withReader } from '../wiring/platforms.ts';
import { withExistingStore } from '../wiring/stores.ts';
import { openWorkspace } from '../wiring/workspace.ts';

/** `signalbox simulate`: the plan with its checks. It holds the read credential and a port without a write method. */
export async function runSimulate(context: CommandContext, options: SimulateOptions): Promise<ExitCode> {
  refuseIdleCommentFlags(context, options);
  const workspace = openWorkspace(context);
  const environment = workspace.environment(options.env);
  const change = findChange(context, workspace, options);
  const planned = await plan(context, { ...change, environment, asOf: options.asOf }, options.snapshot);
  const renderings = planRenderings(context, planned, environment, options);
  print(context, renderings);
  if (options.out !== undefined) writeFileAtomically(resolve(context.terminal.cwd, options.out), renderings.json());
  const failed = exitCodeOfPlan(planned.plan);
  if (failed !== exitCodes.fine) return failed;
  return options.detailedExitcode === true && hasChanges(planned.plan) ? exitCodes.changes : exitCodes.fine;
}

async function plan(context: CommandContext, request: PlanningRequest, snapshot: string | undefined): Promise<Planned> {
  if (snapshot !== undefined)
    return planOverSaved(await readSnapshot(resolve(context.terminal.cwd, snapshot)), request);
  const { environment } = request;
  return withProgress(context, `simulating in ${environment.name}`, (emit) =>
    withExistingStore(context, (store) =>
      withReader(context, environment, emit, (reader) => planOver(reader, store, emit, request)),
    ),
  );
}
