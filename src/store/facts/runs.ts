import type { Kysely } from 'kysely';
import type { Lease, Run, Store } from '../../engine/index.ts';
import { isDuplicate } from '../database/failure.ts';
import type { Operations, StoreTransaction } from '../database/operations.ts';
import { parseRun, readableText, storableText, toJsonText } from '../database/rows.ts';
import type { StoreTables } from '../database/tables.ts';
import { storeError } from '../errors.ts';
import { requireLease } from './leases.ts';

type RunFacts = Pick<Store, 'addRun' | 'changeRun' | 'findRun' | 'listRuns'>;
type RunChange = Parameters<Store['changeRun']>[2];

/** Runs; a row is added once and only its state moves. */
export function createRunFacts({ once, repeatable }: Operations): RunFacts {
  return {
    addRun: (lease, run) => once((database) => add(database, lease, run)),
    changeRun: (lease, runId, change) =>
      repeatable((database) =>
        database.transaction().execute(async (transaction) => {
          await requireLease(transaction, lease);
          await changeRun(transaction, lease, runId, change);
        }),
      ),
    findRun: (runId) => repeatable((database) => find(database, runId)),
    listRuns: (filter) => repeatable((database) => list(database, filter)),
  };
}

/** Moves a run inside a transaction that holds the lease. Throws SB5007 for a run that is not the environment's. */
export async function changeRun(
  transaction: StoreTransaction,
  lease: Lease,
  runId: string,
  change: RunChange,
): Promise<void> {
  const changed = await transaction
    .updateTable('run')
    .set({
      state: change.state,
      ...(change.finishedAt === undefined ? {} : { finished_at: storableText(change.finishedAt, 'time') }),
      ...(change.outcome === undefined ? {} : { outcome: readableText(change.outcome) }),
    })
    .where('id', '=', runId)
    .where('environment', '=', lease.environment)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) throw unknownRun(runId, lease);
}

/** Throws SB5007 unless the run is one of the lease's environment. */
export async function requireRun(transaction: StoreTransaction, lease: Lease, runId: string): Promise<void> {
  const found = await transaction
    .selectFrom('run')
    .select('id')
    .where('id', '=', runId)
    .where('environment', '=', lease.environment)
    .executeTakeFirst();
  if (found === undefined) throw unknownRun(runId, lease);
}

async function add(database: Kysely<StoreTables>, lease: Lease, run: Run): Promise<void> {
  if (run.environment !== lease.environment) throw unknownRun(run.id, lease);
  try {
    await database.transaction().execute(async (transaction) => {
      await requireLease(transaction, lease);
      await transaction.insertInto('run').values(toRow(run)).execute();
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw storeError('SB5005', `There is a run ${run.id} already.`, { context: { runId: run.id }, cause: error });
  }
}

function toRow(run: Run) {
  return {
    id: storableText(run.id, 'run id'),
    environment: run.environment,
    kind: run.kind,
    state: run.state,
    artifact_digest: storableText(run.artifact.digest, 'artifact digest'),
    artifact: toJsonText(run.artifact),
    plan: toJsonText(run.plan),
    undoes: run.undoes ?? null,
    started_by: storableText(run.startedBy, 'name of who started the run'),
    started_at: storableText(run.startedAt, 'time'),
    finished_at: run.finishedAt ?? null,
    outcome: run.outcome === undefined ? null : readableText(run.outcome),
  };
}

async function find(database: Kysely<StoreTables>, runId: string): Promise<Run | undefined> {
  const row = await database.selectFrom('run').selectAll().where('id', '=', runId).executeTakeFirst();
  return row === undefined ? undefined : parseRun(row);
}

async function list(database: Kysely<StoreTables>, filter: Parameters<Store['listRuns']>[0]): Promise<readonly Run[]> {
  const { environment, states, artifactDigest, limit } = filter;
  if (states?.length === 0) return [];
  const rows = await database
    .selectFrom('run')
    .selectAll()
    .$if(environment !== undefined, (query) => query.where('environment', '=', environment ?? ''))
    .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
    .$if(artifactDigest !== undefined, (query) => query.where('artifact_digest', '=', artifactDigest ?? ''))
    .orderBy('ordinal', 'desc')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute();
  return rows.map(parseRun);
}

function unknownRun(runId: string, lease: Lease): Error {
  return storeError('SB5007', `There is no run ${runId} in ${lease.environment}.`, {
    context: { runId, environment: lease.environment },
  });
}
