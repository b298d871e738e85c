import type { EnvironmentRules } from '../../core/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import {
  refuseChangedDecision,
  refuseClaimed,
  refuseErrors,
  refuseForbidden,
  refuseMovedRun,
  refuseObstacles,
  refuseStopped,
  refuseUnfinished,
  refuseUnreadableSecrets,
  unlessStopped,
  withEnvironment,
  type HeldEnvironment,
} from '../deploy/index.ts';
import type { Run } from '../ports.ts';
import type { RunReport } from '../report.ts';
import { conductRun, nowIso, type DeployPorts } from '../run/index.ts';
import { planRollback, type RollbackGround, type RollbackScope } from './plan-rollback.ts';

/** What to take back, on whose decision. */
export interface RollbackRequest extends RollbackScope, RollbackGround {
  readonly environment: EnvironmentRules;
  /** The decision digest of the rollback plan that was approved, or that plan; without either the fresh plan is carried out. */
  readonly expectedDecision?: string | undefined;
  readonly expectedPlan?: Plan | undefined;
  readonly startedBy: string;
  /** Held runs whose claims end with this rollback; those of the run itself always do. */
  readonly supersede?: readonly string[] | undefined;
}

/**
 * Takes a finished or held run back, as a run of its own: planned afresh, executed and verified like any other. Refuses
 * as `deploy` does; the report's `verifiedEqual` proves field by field what is as it was before.
 */
export async function rollback(ports: DeployPorts, request: RollbackRequest): Promise<RunReport> {
  return withEnvironment(ports, request.environment, async (held) => {
    await refuseUnfinished(ports.store, request.environment.name);
    const { plan, run: undone } = await unlessStopped(
      ports,
      planRollback({ reader: ports.platform, store: ports.store, clock: ports.clock }, request),
    );
    refuseMovedRun(undone, request.environment);
    refuseErrors(plan);
    const digest = request.expectedDecision ?? request.expectedPlan?.decisionDigest;
    if (digest !== undefined) await refuseChangedDecision(ports, plan, { digest, plan: request.expectedPlan });
    const superseded = await refuseClaimed(ports.store, plan, [undone.id, ...(request.supersede ?? [])]);
    await refuseForbidden(ports, plan);
    await refuseObstacles(ports, plan);
    await refuseUnreadableSecrets(ports.platform, plan.steps);
    refuseStopped(ports);
    const run = await addRun(ports, request, held, { plan, undone, superseded });
    return conductRun(ports, request, { run, entries: [], resumed: false, ...held });
  });
}

async function addRun(
  ports: DeployPorts,
  request: RollbackRequest,
  held: HeldEnvironment,
  decided: { readonly plan: Plan; readonly undone: Run; readonly superseded: readonly string[] },
): Promise<Run> {
  const run: Run = {
    id: ports.ids.next('run'),
    kind: 'rollback',
    environment: request.environment.name,
    state: 'running',
    artifact: decided.undone.artifact,
    plan: decided.plan,
    undoes: decided.undone.id,
    startedBy: request.startedBy,
    startedAt: nowIso(ports.clock),
  };
  await held.lease.use((lease) => ports.store.addRun(lease, run));
  for (const runId of new Set([decided.undone.id, ...decided.superseded]))
    await held.lease.use((lease) => ports.store.dropClaims(lease, runId));
  return run;
}
