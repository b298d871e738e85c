import { catalogue } from '../../catalog/index.ts';
import type { Artifact, ArtifactOrigin } from '../../core/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import { findDeployed, simulate, type EmitEvent, type PlatformReader, type Store } from '../../engine/index.ts';
import type { LoadedEnvironment } from '../../project/index.ts';
import { planToHuman, planToJson, planToMarkdown, type PlanViewOptions } from '../../views/index.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Renderings } from '../terminal/print.ts';
import { contentFormats } from './content-formats.ts';
import { machineClock } from './machine.ts';

/** What to plan, for where. */
export interface PlanningRequest {
  readonly artifact: Artifact;
  readonly origin?: ArtifactOrigin | undefined;
  readonly environment: LoadedEnvironment;
  readonly asOf?: string | undefined;
  /** Plans a relative change as if it had not run here. */
  readonly again?: boolean | undefined;
}

/** A plan and the organisation's name. */
export interface Planned {
  readonly plan: Plan;
  /** Absent when it is not the organisation that the environment pins. */
  readonly organisation?: string | undefined;
  /** What it is for, when not a deployment. */
  readonly title?: string | undefined;
}

/** Plans over a port that can not write. Without a store nothing was ever deployed as far as it knows. */
export async function planOver(
  reader: PlatformReader,
  store: Store | undefined,
  emit: EmitEvent,
  request: PlanningRequest,
): Promise<Planned> {
  const { artifact, origin, environment } = request;
  const { id, name } = await reader.identify();
  const deployed =
    store === undefined || request.again === true
      ? undefined
      : await findDeployed(store, environment.name, artifact.digest);
  const { plan } = await simulate(
    { reader, clock: machineClock, emit },
    {
      artifact,
      origin,
      environment: environment.rules,
      environmentDigest: environment.digest,
      catalogue,
      contentFormats,
      budget: environment.connection.apiBudget,
      baseline:
        store === undefined
          ? { environment: environment.name, entries: {} }
          : await store.readBaseline(environment.name),
      ...(request.asOf === undefined ? {} : { asOf: request.asOf }),
      ...(deployed === undefined ? {} : { deployedBefore: { runId: deployed.id } }),
    },
  );
  return { plan, ...(id === plan.organisationId ? { organisation: name } : {}) };
}

/** The plan in the formats that plans have. */
export function planRenderings(context: CommandContext, planned: Planned, environment: LoadedEnvironment): Renderings {
  const { requestsPerMinute, reserve } = environment.connection.apiBudget;
  const options: PlanViewOptions = {
    requestsPerMinute: Math.max(1, requestsPerMinute - reserve),
    organisation: planned.organisation,
    title: planned.title,
  };
  return {
    human: () => planToHuman(context.screen, planned.plan, options),
    json: () => planToJson(planned.plan, options),
    markdown: () => planToMarkdown(planned.plan, options),
  };
}

/** Refusals by limits, modes and ownership: rules that the project made, not mistakes in the change. */
const policyCodes: readonly string[] = ['SB1005', 'SB1006', 'SB1009', 'SB1010'];

/** What a plan's errors end a command with; fine when it has none. */
export function exitCodeOfPlan(plan: Plan): ExitCode {
  const errors = plan.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return exitCodes.fine;
  return errors.every(({ code }) => policyCodes.includes(code)) ? exitCodes.policyDenied : exitCodes.error;
}
