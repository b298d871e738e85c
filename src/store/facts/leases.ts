import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import type { Lease, Store } from '../../engine/index.ts';
import type { Operations, StoreTransaction } from '../database/operations.ts';
import { storableText } from '../database/rows.ts';
import type { StoreTables } from '../database/tables.ts';
import { storeError } from '../errors.ts';

type LeaseFacts = Pick<Store, 'acquireLease' | 'renewLease' | 'releaseLease' | 'readLease'>;

interface LeaseRow {
  readonly holder: string | null;
  readonly fence: string;
  readonly expires_at: Date;
}

/** Leases by the time of the database, so that clocks of several machines do not matter. */
export function createLeaseFacts({ repeatable }: Operations): LeaseFacts {
  return {
    acquireLease: (request) => repeatable((database) => acquire(database, request)),
    renewLease: (lease, ttlMs) => repeatable((database) => renew(database, lease, ttlMs)),
    releaseLease: (lease) => repeatable((database) => release(database, lease)),
    readLease: (environment) => repeatable((database) => read(database, environment)),
  };
}

/**
 * Locks the lease for the rest of the transaction. Throws SB5004 when it is not the newest of its environment, was
 * given back or has expired; whoever wants to take it over waits for this transaction.
 */
export async function requireLease(transaction: StoreTransaction, lease: Lease): Promise<void> {
  const held = await transaction
    .selectFrom('lease')
    .select('fence')
    .where(isSame(lease))
    .where(isValid)
    .forUpdate()
    .executeTakeFirst();
  if (held === undefined) throw leaseLost(lease);
}

async function acquire(
  database: Kysely<StoreTables>,
  request: Parameters<Store['acquireLease']>[0],
): Promise<Lease | undefined> {
  const environment = storableText(request.environment, 'environment');
  const holder = storableText(request.holder, 'lease holder');
  const row = await database
    .insertInto('lease')
    .values({ environment, holder, fence: 1, expires_at: fromNow(request.ttlMs) })
    .onConflict((conflict) =>
      conflict
        .column('environment')
        .doUpdateSet({ holder, fence: sql<number>`lease.fence + 1`, expires_at: fromNow(request.ttlMs) })
        .where(({ or, eb }) =>
          or([
            eb('lease.holder', 'is', null),
            eb('lease.holder', '=', holder),
            eb('lease.expires_at', '<', fromNow(-request.graceMs)),
          ]),
        ),
    )
    .returning(['holder', 'fence', 'expires_at'])
    .executeTakeFirst();
  return row === undefined ? undefined : toLease(environment, row);
}

async function renew(database: Kysely<StoreTables>, lease: Lease, ttlMs: number): Promise<Lease> {
  const row = await database
    .updateTable('lease')
    .set({ expires_at: fromNow(ttlMs) })
    .where(isSame(lease))
    .where(isValid)
    .returning(['holder', 'fence', 'expires_at'])
    .executeTakeFirst();
  const renewed = row === undefined ? undefined : toLease(lease.environment, row);
  if (renewed === undefined) throw leaseLost(lease);
  return renewed;
}

async function release(database: Kysely<StoreTables>, lease: Lease): Promise<void> {
  await database.updateTable('lease').set({ holder: null }).where(isSame(lease)).execute();
}

async function read(database: Kysely<StoreTables>, environment: string): Promise<Lease | undefined> {
  const row = await database
    .selectFrom('lease')
    .select(['holder', 'fence', 'expires_at'])
    .where('environment', '=', environment)
    .executeTakeFirst();
  return row === undefined ? undefined : toLease(environment, row);
}

/** `clock_timestamp()` moves on inside a transaction, also while a statement waits for a lock; `now()` does not. */
function fromNow(ms: number) {
  return sql<Date>`clock_timestamp() + make_interval(secs => ${ms / 1000}::double precision)`;
}

function isSame(lease: Lease) {
  return ({ and }: ExpressionBuilder<StoreTables, 'lease'>) =>
    and({ environment: lease.environment, holder: lease.holder, fence: String(lease.fence) });
}

function isValid({ eb }: ExpressionBuilder<StoreTables, 'lease'>) {
  return eb('expires_at', '>', sql<Date>`clock_timestamp()`);
}

function toLease(environment: string, row: LeaseRow): Lease | undefined {
  if (row.holder === null) return undefined;
  return { environment, holder: row.holder, fence: Number(row.fence), expiresAt: row.expires_at.getTime() };
}

function leaseLost(lease: Lease): Error {
  return storeError(
    'SB5004',
    `${lease.holder} no longer has the lease of ${lease.environment} (fence ${lease.fence}).`,
    {
      context: { environment: lease.environment, holder: lease.holder, fence: lease.fence },
    },
  );
}
