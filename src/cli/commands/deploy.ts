import type { Artifact } from '../../core/index.ts';
import { deploy } from '../../engine/index.ts';
import type { LoadedEnvironment } from '../../project/index.ts';
import type { DeployOptions } from '../arguments/releasing.ts';
import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withProgress } from '../terminal/progress.ts';
import { findArtifact } from '../wiring/artifacts.ts';
import { confirm } from '../wiring/confirm.ts';
import { actorOf } from '../wiring/machine.ts';
import { exitCodeOfPlan, planOver, planRenderings, type Planned } from '../wiring/plans.ts';
import { withReader } from '../wiring/platforms.ts';
import { conduct } from '../wiring/runs.ts';
import { withStore } from '../wiring/stores.ts';
import { openWorkspace } from '../wiring/workspace.ts';

/** `signalbox deploy`: simulates, asks, and carries out what was shown, or nothing when it is no longer the same. */
export async function runDeploy(context: CommandContext, options: DeployOptions): Promise<ExitCode> {
  const workspace = openWorkspace(context);
  const environment = workspace.environment(options.env);
  return deployArtifact(context, environment, findArtifact(context, workspace, options), options);
}

/** What a deployment is told besides what and where. */
export type DeployChoice = Pick<DeployOptions, 'decision' | 'asOf' | 'again' | 'supersede' | 'yes'>;

/** Deploys an artifact: shows the plan and asks first, unless the decision is given and confirmed already. */
export async function deployArtifact(
  context: CommandContext,
  environment: LoadedEnvironment,
  artifact: Artifact,
  options: DeployChoice,
): Promise<ExitCode> {
  if (options.yes !== true && !context.terminal.interactive) await confirm(context, '', options.yes);
  const isDecided = options.decision !== undefined && options.yes === true;
  const planned = isDecided ? undefined : await preview(context, environment, artifact, options);
  const stopped = planned === undefined ? exitCodes.fine : exitCodeOfPlan(planned.plan);
  if (stopped !== exitCodes.fine) return stopped;
  await confirm(context, `Deploy ${artifact.changeset.metadata.name} to ${environment.name}?`, options.yes);
  const expected = options.decision ?? planned?.plan.decisionDigest;
  return conduct(context, environment, `deploying to ${environment.name}`, ({ ports, ground }) =>
    deploy(ports, {
      ...ground,
      artifact,
      environmentDigest: environment.digest,
      expectedDecision: expected,
      expectedPlan: planned?.plan,
      asOf: options.asOf ?? planned?.plan.asOf,
      startedBy: actorOf(context.terminal.environment),
      again: options.again,
      supersede: options.supersede === undefined ? [] : [options.supersede],
    }),
  );
}

/** Shows what would be done. In formats for machines it goes to stderr, so that stdout holds the report alone. */
async function preview(
  context: CommandContext,
  environment: LoadedEnvironment,
  artifact: Artifact,
  options: DeployChoice,
): Promise<Planned> {
  const planned = await withProgress(context, `simulating in ${environment.name}`, (emit) =>
    withStore(context, (store) =>
      withReader(context, environment, emit, (reader) =>
        planOver(reader, store, emit, { artifact, environment, asOf: options.asOf, again: options.again }),
      ),
    ),
  );
  const text = planRenderings(context, planned, environment).human();
  if (context.format === 'human') context.terminal.write(`${text}\n`);
  else context.terminal.log(text);
  if (options.decision !== undefined && options.decision !== planned.plan.decisionDigest) {
    throw cliError('SB6014', `The decision is now ${planned.plan.decisionDigest}, not ${options.decision}`);
  }
  return planned;
}
