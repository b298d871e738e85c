import { hasErrors, type Catalogue, type Plan } from '../../core/index.ts';
import { engineError } from '../errors.ts';
import type { Run, Store } from '../ports.ts';
import type { DeployPorts } from '../run/index.ts';
import { readPatiently } from '../steps/index.ts';

/** SB3003 when a run of the environment was left unfinished. */
export async function refuseUnfinished(store: Store, environment: string): Promise<void> {
  const [run] = await store.listRuns({ environment, states: ['running', 'compensating'], limit: 1 });
  if (run === undefined) return;
  throw engineError(
    'SB3003',
    `Run ${run.id} (${run.plan.changeset}, started ${run.startedAt} by ${run.startedBy}) was left unfinished in ${environment}.`,
    { context: { runId: run.id, environment } },
  );
}

/** The run that deployed the artifact here and still counts: not compensated, and not rolled back as a whole. */
export async function findDeployed(
  store: Store,
  environment: string,
  artifactDigest: string,
): Promise<Run | undefined> {
  const runs = await store.listRuns({ environment, artifactDigest, states: ['succeeded', 'held'] });
  const undone = new Set(
    runs
      .filter((run) => run.kind === 'rollback' && run.state === 'succeeded' && isWhole(run, runs))
      .map((run) => run.undoes),
  );
  return runs.find((run) => run.kind === 'deploy' && !undone.has(run.id));
}

/** SB3006 when the plan has errors; they are in the context. */
export function refuseErrors(plan: Plan): void {
  if (!hasErrors(plan.diagnostics)) return;
  const errors = plan.diagnostics.filter(({ severity }) => severity === 'error');
  const lines = errors.map(({ code, summary, detail }) => `${code} ${summary} ${detail}`.trim());
  throw engineError(
    'SB3006',
    `The plan has ${errors.length === 1 ? 'an error' : `${errors.length} errors`}: ${lines.join(' ')}`,
    {
      context: { diagnostics: JSON.parse(JSON.stringify(errors)) },
    },
  );
}

/** SB3004 when a held run claims what the plan writes; runs in `supersede` lose their claims. Returns those superseded. */
export async function refuseClaimed(
  store: Store,
  plan: Plan,
  supersede: readonly string[],
): Promise<readonly string[]> {
  const claims = await store.listClaims(plan.environment);
  const writes = plan.steps.filter((step) => step.kind !== 'noop');
  const overlapping = claims.filter((claim) =>
    writes.some((step) => step.type === claim.type && (step.handle === claim.id || step.address === claim.address)),
  );
  const refused = overlapping.filter((claim) => !supersede.includes(claim.runId));
  if (refused.length > 0) {
    const runs = [...new Set(refused.map((claim) => claim.runId))];
    throw engineError(
      'SB3004',
      `Held run ${runs.join(', ')} claims ${refused.map((claim) => claim.address).join(', ')}.`,
      { context: { runs, addresses: refused.map((claim) => claim.address) } },
    );
  }
  return [...new Set(overlapping.map((claim) => claim.runId))];
}

/** SB3007 when a person's lock or newer draft stands in the way of a write; every one is named. */
export async function refuseObstacles(ports: DeployPorts, plan: Plan, catalogue: Catalogue): Promise<void> {
  const found: string[] = [];
  for (const step of plan.steps) {
    const canBeHeld = catalogue.find(step.type)?.content !== undefined;
    if (!canBeHeld || step.kind === 'noop' || step.handle.startsWith('new#')) continue;
    const obstacles = await readPatiently(ports.clock, () => ports.platform.obstacles(step.type, step.handle));
    found.push(
      ...obstacles.map(
        ({ kind, holder, detail }) =>
          `${step.address} is ${kind === 'locked' ? 'locked' : 'ahead of its published version'} by ${holder} (${detail})`,
      ),
    );
  }
  if (found.length > 0) throw engineError('SB3007', `${found.join('; ')}.`, { context: { obstacles: found } });
}

/** True when the rollback was over all the run did, what matched already included. */
function isWhole(rollback: Run, runs: readonly Run[]): boolean {
  const undone = runs.find((run) => run.id === rollback.undoes);
  const covered = new Set(
    rollback.plan.steps.flatMap((step) => (step.kind === 'rename' ? [step.from, step.address] : [step.address])),
  );
  return undone !== undefined && undone.plan.steps.every((step) => step.kind === 'noop' || covered.has(step.address));
}
