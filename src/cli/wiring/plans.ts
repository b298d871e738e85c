import { catalogue } from '../../catalog/index.ts';
import type { Artifact, ArtifactOrigin, Baseline } from '../../core/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import { isPolicyCode } from '../../core/policy/index.ts';
import { findDeployed, simulate, type EmitEvent, type PlatformReader } from '../../engine/index.ts';
import type { SimulationPorts, Store } from '../../engine/index.ts';
import { createSavedReader } from '../../engine/snapshot/index.ts';
import type { LoadedEnvironment } from '../../project/index.ts';
import type { PlanCommentOptions } from '../../views/index.ts';
import { cliError } from '../errors.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { ReadSnapshot } from '../snapshot/read-snapshot.ts';
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
  /** What it was planned over, when not over the organisation itself. */
  readonly snapshot?: PlanCommentOptions['snapshot'];
}

/** Plans over a port that can not write. Without a store nothing was ever deployed as far as it knows. */
export async function planOver(
  reader: PlatformReader,
  store: Store | undefined,
  emit: EmitEvent,
  request: PlanningRequest,
): Promise<Planned> {
  const { artifact, environment } = request;
  const deployed =
    store === undefined || request.again === true
      ? undefined
      : await findDeployed(store, environment.name, artifact.digest);
  const baseline =
    store === undefined ? { environment: environment.name, entries: {} } : await store.readBaseline(environment.name);
  return planKnowing({ reader, clock: machineClock, emit }, { baseline, runId: deployed?.id }, request);
}

/** Plans over a saved snapshot, which knows of earlier runs, too. Now is when it was taken. SB6062 for one of elsewhere. */
export async function planOverSaved({ saved, digest }: ReadSnapshot, request: PlanningRequest): Promise<Planned> {
  const { header, baseline, deployed } = saved;
  const { name, rules } = request.environment;
  if (header.environment !== name || header.organisation.id !== rules.organisationId)
    throw cliError(
      'SB6062',
      `The snapshot is of ${header.environment} (${header.organisation.id}), not of ${name} (${rules.organisationId})`,
    );
  const planned = await planKnowing(
    { reader: createSavedReader(saved, catalogue), clock: { ...machineClock, now: () => Date.parse(header.takenAt) } },
    { baseline, runId: request.again === true ? undefined : deployed[request.artifact.digest] },
    request,
  );
  return { ...planned, snapshot: { digest, takenAt: header.takenAt } };
}

async function planKnowing(
  ports: SimulationPorts,
  known: { readonly baseline: Baseline; readonly runId: string | undefined },
  request: PlanningRequest,
): Promise<Planned> {
  const { artifact, origin, environment } = request;
  const { id, name } = await ports.reader.identify();
  const { plan } = await simulate(ports, {
    artifact,
    origin,
    environment: environment.rules,
    environmentDigest: environment.digest,
    catalogue,
    contentFormats,
    budget: environment.connection.apiBudget,
    baseline: known.baseline,
    ...(request.asOf === undefined ? {} : { asOf: request.asOf }),
    ...(known.runId === undefined ? {} : { deployedBefore: { runId: known.runId } }),
  });
  return { plan, ...(id === plan.organisationId ? { organisation: name } : {}) };
}

/** What a plan's errors end a command with: denied when only rules of the project stand in the way, fine without any. */
export function exitCodeOfPlan(plan: Plan): ExitCode {
  const errors = plan.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return exitCodes.fine;
  return errors.every(({ code }) => isPolicyCode(code)) ? exitCodes.policyDenied : exitCodes.error;
}
