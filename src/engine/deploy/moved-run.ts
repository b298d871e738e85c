import type { EnvironmentRules } from '../../core/index.ts';
import { engineError } from '../errors.ts';
import type { Run } from '../ports.ts';

/** SB3002 when the run was of another organisation: its ids and values mean nothing in the one pinned now. */
export function refuseMovedRun(run: Run, environment: EnvironmentRules): void {
  if (run.plan.organisationId === environment.organisationId) return;
  throw engineError(
    'SB3002',
    `Run ${run.id} was of organisation ${run.plan.organisationId}, but ${environment.name} is pinned to ${environment.organisationId} now.`,
    { context: { runId: run.id, pinned: environment.organisationId, found: run.plan.organisationId } },
  );
}
