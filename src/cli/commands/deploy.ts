import { deploy, refuseChangedDecision } from '../../engine/index.ts';
import type { LoadedEnvironment } from '../../project/index.ts';
import type { DeployOptions } from '../arguments/releasing.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { withProgress } from '../terminal/progress.ts';
import { findChange, type FoundChange } from '../wiring/artifacts.ts';
import { confirm } from '../wiring/confirm.ts';
import { readDecision, type GivenDecision } from '../wiring/decided/decisions.ts';
import { planRenderings } from '../wiring/decided/plan-renderings.ts';
import { actorOf, machineClock } from '../wiring/machine.ts';
import { exitCodeOfPlan, planOver, type Planned, type PlanningRequest } from '../wiring/plans.ts';
import { withReader } from '../wiring/platforms.ts';
import { conduct } from '../wiring/runs.ts';
import { withStore } from '../wiring/stores.ts';
import { openWorkspace } from '../wiring/workspace.ts';

/** `signalbox deploy`: simulates, asks, and carries out what was shown, or nothing when it is no longer the same. */
export async function runDeploy(context: CommandContext, options: DeployOptions): Promise<ExitCode> {
  const workspace = openWorkspace(context);
  const environment = workspace.environment(options.env);
  return deployArtifact(context, environment, findChange(context, workspace, options), options);
}

/** What a deployment is told besides what and where. */
export type DeployChoice = Pick<DeployOptions, 'decision' | 'asOf' | 'again' | 'supersede' | 'yes'>;

/** Deploys an artifact: shows the plan and asks first, unless the decision is given and confirmed already. */
export async function deployArtifact(
  context: CommandContext,
  environment: LoadedEnvironment,
  { artifact, origin }: FoundChange,
  options: DeployChoice,
): Promise<ExitCode> {
  if (options.yes !== true && !context.terminal.interactive) await confirm(context, '', options.yes);
  const decided =
    options.decision === undefined ? undefined : readDecision(context, options.decision, environment.name);
  const asOf = options.asOf ?? decided?.plan?.asOf;
  const isDecided = decided !== undefined && options.yes === true;
  const planned = isDecided
    ? undefined
    : await preview(context, environment, { artifact, origin, decided, asOf, again: options.again });
  const stopped = planned === undefined ? exitCodes.fine : exitCodeOfPlan(planned.plan);
  if (stopped !== exitCodes.fine) return stopped;
  await confirm(context, `Deploy ${artifact.changeset.metadata.name} to ${environment.name}?`, options.yes);
  return conduct(context, environment, `deploying to ${environment.name}`, ({ ports, ground }) =>
    deploy(ports, {
      ...ground,
      artifact,
      origin,
      environmentDigest: environment.digest,
      budget: environment.connection.apiBudget,
      expectedDecision: decided?.digest ?? planned?.plan.decisionDigest,
      expectedPlan: decided === undefined ? planned?.plan : decided.plan,
      asOf: asOf ?? planned?.plan.asOf,
      startedBy: actorOf(context.terminal.environment),
      again: options.again,
      supersede: options.supersede === undefined ? [] : [options.supersede],
    }),
  );
}

/** What is to be previewed. */
interface PreviewRequest extends Omit<PlanningRequest, 'environment'> {
  readonly decided: GivenDecision | undefined;
}

/**
 * Shows what would be done. In formats for machines it goes to stderr, so that stdout holds the report alone. SB3005
 * when something else was decided on.
 */
async function preview(
  context: CommandContext,
  environment: LoadedEnvironment,
  request: PreviewRequest,
): Promise<Planned> {
  const planned = await withProgress(context, `simulating in ${environment.name}`, (emit) =>
    withStore(context, (store) =>
      withReader(context, environment, emit, async (reader) => {
        const found = await planOver(reader, store, emit, { ...request, environment });
        if (request.decided !== undefined)
          await refuseChangedDecision({ platform: reader, clock: machineClock }, found.plan, request.decided);
        return found;
      }),
    ),
  );
  const text = planRenderings(context, planned, environment).human();
  if (context.format === 'human') context.terminal.write(`${text}\n`);
  else context.terminal.log(text);
  return planned;
}
