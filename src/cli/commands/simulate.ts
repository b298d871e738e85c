import { resolve } from 'node:path';
import { writeFileAtomically } from '../../project/index.ts';
import { diagnosticsToJunit, diagnosticsToSarif, hasChanges, planToJson } from '../../views/index.ts';
import type { SimulateOptions } from '../arguments/releasing.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { readSnapshot } from '../snapshot/read-snapshot.ts';
import { print } from '../terminal/print.ts';
import { withProgress } from '../terminal/progress.ts';
import { version } from '../version.ts';
import { findChange } from '../wiring/artifacts.ts';
import { exitCodeOfPlan, planOver, planOverSaved, planRenderings } from '../wiring/plans.ts';
import type { Planned, PlanningRequest } from '../wiring/plans.ts';
import { withReader } from '../wiring/platforms.ts';
import { withExistingStore } from '../wiring/stores.ts';
import { openWorkspace } from '../wiring/workspace.ts';

/** `signalbox simulate`: the plan with its checks. It holds the read credential and a port without a write method. */
export async function runSimulate(context: CommandContext, options: SimulateOptions): Promise<ExitCode> {
  const workspace = openWorkspace(context);
  const environment = workspace.environment(options.env);
  const change = findChange(context, workspace, options);
  const planned = await plan(context, { ...change, environment, asOf: options.asOf }, options.snapshot);
  const { diagnostics, changeset } = planned.plan;
  const renderings = planRenderings(context, planned, environment);
  print(context, {
    ...renderings,
    sarif: () => diagnosticsToSarif(diagnostics, version),
    junit: () => diagnosticsToJunit(diagnostics, `simulate ${changeset} ${environment.name}`),
  });
  if (options.out !== undefined) {
    const path = resolve(context.terminal.cwd, options.out);
    writeFileAtomically(
      path,
      planToJson(planned.plan, {
        requestsPerMinute: environment.connection.apiBudget.requestsPerMinute,
        snapshot: planned.snapshot,
      }),
    );
  }
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
