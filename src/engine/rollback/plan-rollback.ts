import type { EnvironmentRules } from '../../core/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { planRollback as planTowardsBefore } from '../../core/rollback/index.ts';
import { engineError } from '../errors.ts';
import type { Run } from '../ports.ts';
import { nowIso, type ContentFormats } from '../run/index.ts';
import { knownNames, readNames } from './names.ts';
import { readHistory, readLive, readNewIds, type RollbackPorts } from './gather.ts';

/** Which run to take back, and how much of it. */
export interface RollbackScope {
  readonly runId: string;
  /** One-line addresses; absent: all that the run changed. */
  readonly only?: readonly string[] | undefined;
  /** Also takes back fields that were changed after the run; those later changes are lost. */
  readonly overwriteLater?: boolean | undefined;
}

/** Where it is taken back. */
export interface RollbackGround {
  readonly environmentDigest: string;
  /** Who owns what by now; records of other tools count. */
  readonly ownership?: EnvironmentRules['ownership'] | undefined;
  readonly catalogue: Catalogue;
  readonly contentFormats: ContentFormats;
}

/**
 * The plan that takes a run back, from its journal and the organisation as it is. Writes nothing. SB3010 when the run is
 * unknown, unfinished, or was taken back already; what stands in the way is in the plan's diagnostics.
 */
export async function planRollback(
  ports: RollbackPorts,
  request: RollbackScope & RollbackGround,
): Promise<{ readonly plan: Plan; readonly run: Run }> {
  const run = await findFinished(ports, request.runId);
  const history = await readHistory(ports, run);
  const newIds = await readNewIds(ports, run);
  const known = knownNames(run, history.memory, await ports.store.readBaseline(run.environment));
  const input = {
    run,
    applied: history.applied,
    ...(request.only === undefined ? {} : { only: request.only }),
    overwriteLater: request.overwriteLater === true,
    environmentDigest: request.environmentDigest,
    ownership: request.ownership,
    catalogue: request.catalogue,
    contentFormats: request.contentFormats,
    newIds,
    asOf: nowIso(ports.clock),
    ...(await readLive(ports, request, history, newIds)),
  };
  const draft = planTowardsBefore({ ...input, names: known });
  const asked = await readNames(ports, request.catalogue, draft);
  return { plan: planTowardsBefore({ ...input, names: { ...known, ...asked } }), run };
}

async function findFinished(ports: RollbackPorts, runId: string): Promise<Run> {
  const run = await ports.store.findRun(runId);
  if (run === undefined) throw engineError('SB3010', `There is no run ${runId}.`, { context: { runId } });
  if (run.state === 'succeeded' || run.state === 'held') return run;
  const why = run.state === 'compensated' ? 'was taken back when it failed' : 'was left unfinished; resume it first';
  throw engineError('SB3010', `Run ${runId} ${why}.`, { context: { runId, state: run.state } });
}
