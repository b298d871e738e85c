import type { ApiBudget, Artifact, ArtifactOrigin, Baseline } from '../../core/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import { refuseUnrunnable } from '../assertions/index.ts';
import { refuseClosedGates } from '../gates/index.ts';
import type { Run } from '../ports.ts';
import type { RunReport } from '../report.ts';
import { conductRun, nowIso, type DeployPorts, type RunGround } from '../run/index.ts';
import { simulate, type Simulation, type SimulationPorts, type SimulationRequest } from '../simulate/simulate.ts';
import { withEnvironment, type HeldEnvironment } from './begin.ts';
import { refuseChangedDecision, type ExpectedDecision } from './decision-change.ts';
import { findDeployed } from './find-deployed.ts';
import { refuseClaimed, refuseErrors, refuseForbidden, refuseObstacles, refuseUnfinished } from './gates.ts';
import { refuseUnreadableSecrets } from './readable-secrets.ts';
import { refuseStopped, unlessStopped } from './stop.ts';

/** What to deploy where, on whose decision. */
export interface DeployRequest extends RunGround {
  readonly artifact: Artifact;
  /** Where the artifact comes from, as far as it is known. */
  readonly origin?: ArtifactOrigin | undefined;
  readonly environmentDigest: string;
  readonly budget?: ApiBudget | undefined;
  /** The decision digest that was approved, or the plan it came from; without either the fresh plan is deployed as it is. */
  readonly expectedDecision?: string | undefined;
  readonly expectedPlan?: Plan | undefined;
  /** The instant that expressions see as now: that of the approved simulation. */
  readonly asOf?: string | undefined;
  /** A person's name or a client. */
  readonly startedBy: string;
  /** Deploys a relative artifact that was deployed here before once more. */
  readonly again?: boolean | undefined;
  /** Held runs whose claims end with this deployment. */
  readonly supersede?: readonly string[] | undefined;
  /** How the plan is made; `simulate` when absent. */
  readonly computePlan?: ((ports: SimulationPorts, request: SimulationRequest) => Promise<Simulation>) | undefined;
}

/**
 * Plans again from fresh reads, compares with what was decided, and carries the plan out. Refuses with SB3001–SB3007, SB3021,
 * SB3022, SB3025 or SB3100–SB3104 before the first write; after it, every failure is in the report.
 */
export async function deploy(ports: DeployPorts, request: DeployRequest): Promise<RunReport> {
  return withEnvironment(ports, request.environment, async (held) => {
    const { store } = ports;
    const environment = request.environment.name;
    await refuseUnfinished(store, environment);
    refuseClosedGates(ports.clock, request.environment, request.artifact, []);
    refuseUnrunnable(ports.testRunners ?? {}, request.artifact, request.environment);
    const deployed =
      request.again === true ? undefined : await findDeployed(store, environment, request.artifact.digest);
    const baseline = await store.readBaseline(environment);
    const plan = await unlessStopped(ports, planAfresh(ports, request, { baseline, deployed }));
    if (plan.relative && deployed !== undefined) return reportDeployed(ports, plan, deployed);
    refuseErrors(plan);
    const expected = expectedOf(request);
    if (expected !== undefined) await refuseChangedDecision(ports, plan, expected);
    const superseded = await refuseClaimed(store, plan, request.supersede ?? []);
    await refuseForbidden(ports, plan);
    await refuseObstacles(ports, plan);
    await refuseUnreadableSecrets(ports.platform, plan.steps);
    refuseStopped(ports);
    refuseClosedGates(ports.clock, request.environment, request.artifact, plan.steps);
    const run = await addRun(ports, request, held, { plan, superseded });
    return conductRun(ports, request, { run, entries: [], resumed: false, ...held });
  });
}

async function planAfresh(
  ports: DeployPorts,
  request: DeployRequest,
  known: { readonly baseline: Baseline; readonly deployed: Run | undefined },
): Promise<Plan> {
  const { artifact, origin, environment, environmentDigest, catalogue, contentFormats } = request;
  const asOf = request.asOf ?? request.expectedPlan?.asOf;
  const { plan } = await (request.computePlan ?? simulate)(
    { reader: ports.platform, clock: ports.clock, emit: ports.emit },
    {
      artifact,
      origin,
      environment,
      environmentDigest,
      catalogue,
      contentFormats,
      baseline: known.baseline,
      withoutObstacles: true,
      ...(asOf === undefined ? {} : { asOf }),
      ...(request.budget === undefined ? {} : { budget: request.budget }),
      ...(known.deployed === undefined ? {} : { deployedBefore: { runId: known.deployed.id } }),
    },
  );
  return plan;
}

function expectedOf(request: DeployRequest): ExpectedDecision | undefined {
  const digest = request.expectedDecision ?? request.expectedPlan?.decisionDigest;
  return digest === undefined ? undefined : { digest, plan: request.expectedPlan };
}

async function addRun(
  ports: DeployPorts,
  request: DeployRequest,
  held: HeldEnvironment,
  decided: { readonly plan: Plan; readonly superseded: readonly string[] },
): Promise<Run> {
  const run: Run = {
    id: ports.ids.next('run'),
    kind: 'deploy',
    environment: request.environment.name,
    state: 'running',
    artifact: request.artifact,
    plan: decided.plan,
    startedBy: request.startedBy,
    startedAt: nowIso(ports.clock),
  };
  await held.lease.use((lease) => ports.store.addRun(lease, run));
  for (const runId of decided.superseded) await held.lease.use((lease) => ports.store.dropClaims(lease, runId));
  return run;
}

function reportDeployed(ports: DeployPorts, plan: Plan, deployed: Run): RunReport {
  const at = nowIso(ports.clock);
  return {
    runId: deployed.id,
    kind: 'deploy',
    environment: plan.environment,
    organisationId: plan.organisationId,
    changeset: plan.changeset,
    artifactDigest: plan.artifactDigest,
    decisionDigest: plan.decisionDigest,
    ending: 'already-deployed',
    outcome: `Run ${deployed.id} deployed this artifact on ${deployed.startedAt}; it reads what it writes, so it runs once.`,
    resumed: false,
    startedBy: deployed.startedBy,
    startedAt: at,
    finishedAt: at,
    steps: [],
    compensation: [],
    tests: [],
    findings: [],
    diagnostics: plan.diagnostics,
    verifiedEqual: [],
    requests: 0,
  };
}
