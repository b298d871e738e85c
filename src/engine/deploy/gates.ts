import { hasErrors } from '../../core/index.ts';
import type { Plan, Step } from '../../core/plan/index.ts';
import { engineError } from '../errors.ts';
import type { Claim, Store } from '../ports.ts';
import type { DeployPorts } from '../run/index.ts';
import { findObstacles } from '../simulate/obstacles.ts';

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
    writes.some((step) => step.type === claim.type && (isSameObject(step, claim) || step.address === claim.address)),
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

/** Handles of objects still to be made are numbered plan by plan, so they say nothing across plans. */
function isSameObject(step: Step, claim: Claim): boolean {
  return step.handle === claim.id && !claim.id.startsWith('new#');
}

/** SB3021 when the client that writes lacks a permission for a step; what is missing is named, type by type. */
export async function refuseForbidden({ platform }: Pick<DeployPorts, 'platform'>, plan: Plan): Promise<void> {
  const writes = new Map(
    plan.steps.flatMap((step) => writeOf(step).map((write) => [`${write} ${step.type}`, { write, step }])),
  );
  const lacking: string[] = [];
  for (const { write, step } of writes.values()) {
    const permissions = (await platform.lackingPermissions?.(step.type, write)) ?? [];
    if (permissions.length > 0) lacking.push(`${write} ${step.type} (${step.address}) needs ${permissions.join(', ')}`);
  }
  if (lacking.length === 0) return;
  throw engineError('SB3021', `The client lacks permissions: ${lacking.join('; ')}.`, { context: { lacking } });
}

function writeOf({ kind }: Step): readonly ('create' | 'update' | 'delete')[] {
  if (kind === 'noop') return [];
  return [kind === 'rename' ? 'update' : kind];
}

/** SB3007 when a person's lock or newer draft stands in the way of a write; every one is named. */
export async function refuseObstacles({ platform, clock }: DeployPorts, plan: Plan): Promise<void> {
  const found = (await findObstacles({ reader: platform, clock }, plan)).map(({ text }) => text);
  if (found.length > 0) throw engineError('SB3007', `${found.join('; ')}.`, { context: { obstacles: found } });
}
