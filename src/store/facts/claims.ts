import type { Claim, Store } from '../../engine/index.ts';
import type { Operations, StoreTransaction } from '../database/operations.ts';
import { storableText } from '../database/rows.ts';
import { requireLease } from './leases.ts';
import { requireRun } from './runs.ts';

type ClaimFacts = Pick<Store, 'listClaims' | 'addClaims' | 'dropClaims'>;

/** Claims of held runs. Two runs may claim one object; whether that is allowed is the engine's matter. */
export function createClaimFacts({ repeatable }: Operations): ClaimFacts {
  return {
    listClaims: (environment) =>
      repeatable(async (database) => {
        const rows = await database
          .selectFrom('claim')
          .selectAll()
          .where('environment', '=', environment)
          .orderBy('address')
          .orderBy('run_id')
          .execute();
        return rows.map((row) => ({
          environment,
          runId: row.run_id,
          type: row.type,
          id: row.object_id,
          address: row.address,
        }));
      }),
    addClaims: (lease, claims) =>
      repeatable((database) =>
        database.transaction().execute(async (transaction) => {
          await requireLease(transaction, lease);
          for (const runId of new Set(claims.map((claim) => claim.runId))) await requireRun(transaction, lease, runId);
          if (claims.length > 0) await insert(transaction, lease.environment, claims);
        }),
      ),
    dropClaims: (lease, runId) =>
      repeatable((database) =>
        database.transaction().execute(async (transaction) => {
          await requireLease(transaction, lease);
          await transaction
            .deleteFrom('claim')
            .where('environment', '=', lease.environment)
            .where('run_id', '=', runId)
            .execute();
        }),
      ),
  };
}

async function insert(transaction: StoreTransaction, environment: string, claims: readonly Claim[]): Promise<void> {
  const rows = claims.map((claim) => ({
    environment,
    run_id: claim.runId,
    type: claim.type,
    object_id: storableText(claim.id, 'object id'),
    address: storableText(claim.address, 'address'),
  }));
  await transaction
    .insertInto('claim')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
