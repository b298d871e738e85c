import { catalogue } from '../../catalog/index.ts';
import { planRollback, rollback, type RollbackGround, type RollbackScope } from '../../engine/index.ts';
import type { LoadedEnvironment } from '../../project/index.ts';
import { refuseForeign } from '../../engine/identity/index.ts';
import type { RollbackOptions } from '../arguments/releasing.ts';
import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withProgress } from '../terminal/progress.ts';
import { confirm } from '../wiring/confirm.ts';
import { planRenderings, refuseIdleCommentFlags } from '../wiring/decided/plan-renderings.ts';
import { contentFormats } from '../wiring/content-formats.ts';
import { actorOf, machineClock } from '../wiring/machine.ts';
import { exitCodeOfPlan, type Planned } from '../wiring/plans.ts';
import { withReader } from '../wiring/platforms.ts';
import { conduct } from '../wiring/runs.ts';
import { withExistingStore, withStore } from '../wiring/stores.ts';
import { openWorkspace } from '../wiring/workspace.ts';

/** `signalbox rollback`: shows what taking a run back would do, asks, and does exactly that. */
export async function runRollback(context: CommandContext, options: RollbackOptions): Promise<ExitCode> {
  if (options.yes !== true && options.simulate !== true && !context.terminal.interactive)
    await confirm(context, '', options.yes);
  refuseIdleCommentFlags(context, options);
  const environment = openWorkspace(context).environment(await environmentOf(context, options.run));
  const scope: RollbackScope & RollbackGround = {
    runId: options.run,
    only: options.only,
    overwriteLater: options.overwriteLater,
    environmentDigest: environment.digest,
    ownership: environment.rules.ownership,
    catalogue,
    contentFormats,
  };
  const planned = await preview(context, environment, scope, options);
  const stopped = exitCodeOfPlan(planned.plan);
  if (stopped !== exitCodes.fine || options.simulate === true) return stopped;
  await confirm(context, `Take ${options.run} back in ${environment.name}?`, options.yes);
  const startedBy = actorOf(context.terminal.environment);
  return conduct(context, environment, `taking ${options.run} back`, ({ ports, ground }) =>
    rollback(ports, { ...scope, ...ground, expectedPlan: planned.plan, startedBy }),
  );
}

async function environmentOf(context: CommandContext, runId: string): Promise<string> {
  const run = await withExistingStore(context, async (store) => store?.findRun(runId));
  if (run === undefined) throw cliError('SB6005', `There is no run ${runId}`);
  return run.environment;
}

async function preview(
  context: CommandContext,
  environment: LoadedEnvironment,
  scope: RollbackScope & RollbackGround,
  options: RollbackOptions,
): Promise<Planned> {
  const isResult = options.simulate === true;
  const planned = await withProgress(context, `planning the rollback in ${environment.name}`, (emit) =>
    withStore(context, (store) =>
      withReader(context, environment, emit, async (reader) => {
        const identity = await reader.identify();
        refuseForeign(environment.rules, identity, 'read');
        const { plan } = await planRollback({ reader, store, clock: machineClock }, scope);
        return { plan, organisation: identity.name, title: `Rollback of ${plan.changeset} in ${environment.name}` };
      }),
    ),
  );
  const renderings = planRenderings(context, planned, environment, options);
  const render = isResult ? (renderings[context.format] ?? renderings.human) : renderings.human;
  if (isResult || context.format === 'human') context.terminal.write(`${render()}\n`);
  else context.terminal.log(render());
  return planned;
}
