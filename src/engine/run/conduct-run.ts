import type { JournalEntry, OrganisationIdentity, Run } from '../ports.ts';
import type { LeaseGuard } from '../lease/index.ts';
import type { RunReport } from '../report.ts';
import { countCalls } from './count-calls.ts';
import { driveRun } from './drive-run.ts';
import { openRun, type DeployPorts, type RunGround } from './open-run.ts';
import { proveEquality } from './prove-equality.ts';
import { reportRun } from './report-run.ts';

/** What a run is conducted from. */
export interface RunStart {
  readonly run: Run;
  /** Empty for a new run. */
  readonly entries: readonly JournalEntry[];
  readonly lease: LeaseGuard;
  readonly identity: OrganisationIdentity;
  /** True when another process began it. */
  readonly resumed: boolean;
}

/** Drives a run to its end and reports it. Throws what leaves it unfinished, to be resumed. */
export async function conductRun(ports: DeployPorts, ground: RunGround, start: RunStart): Promise<RunReport> {
  const calls = countCalls(ports.platform);
  const context = openRun({ ...ports, platform: calls.platform }, ground, start);
  const { resumed } = start;
  const { id, environment } = start.run;
  context.announce(resumed ? 'run-resumed' : 'run-started', `Run ${id} in ${environment}`, { runId: id, environment });
  const ending = await driveRun(context);
  const verifiedEqual = await proveEquality(context, ending);
  context.announce('run-finished', ending.outcome, { runId: id, state: ending.state });
  return reportRun(context, ending, { resumed, requests: calls.count(), verifiedEqual });
}
