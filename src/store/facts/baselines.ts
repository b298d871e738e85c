import type { Kysely } from 'kysely';
import type { Baseline, BaselineEntry } from '../../core/index.ts';
import type { Lease, Store } from '../../engine/index.ts';
import type { Operations, StoreTransaction } from '../database/operations.ts';
import { parseBaselineEntry, storableText, toJsonText } from '../database/rows.ts';
import type { StoreTables } from '../database/tables.ts';
import { requireLease } from './leases.ts';
import { changeRun } from './runs.ts';

type BaselineFacts = Pick<Store, 'readBaseline' | 'writeBaseline'>;
type BaselineChange = Parameters<Store['writeBaseline']>[1];

/** PostgreSQL takes 65,535 parameters in a statement; a row has three. */
const rowsPerStatement = 5_000;

/** Baselines: a row per environment and address. */
export function createBaselineFacts({ repeatable }: Operations): BaselineFacts {
  return {
    readBaseline: (environment) => repeatable((database) => read(database, environment)),
    writeBaseline: (lease, change) =>
      repeatable((database) => database.transaction().execute((transaction) => write(transaction, lease, change))),
  };
}

async function read(database: Kysely<StoreTables>, environment: string): Promise<Baseline> {
  const rows = await database
    .selectFrom('baseline')
    .selectAll()
    .where('environment', '=', environment)
    .orderBy('address')
    .execute();
  const entries = rows.map(
    (row) => [row.address, parseBaselineEntry(row.entry, `baseline of ${row.address}`)] as const,
  );
  return { environment, entries: Object.fromEntries(entries) };
}

async function write(
  transaction: StoreTransaction,
  lease: Lease,
  { put, remove, finish }: BaselineChange,
): Promise<void> {
  await requireLease(transaction, lease);
  const { environment } = lease;
  for (const addresses of chunks(remove)) {
    await transaction
      .deleteFrom('baseline')
      .where('environment', '=', environment)
      .where('address', 'in', addresses)
      .execute();
  }
  for (const entries of chunks(lastOfEachAddress(put))) {
    await transaction
      .insertInto('baseline')
      .values(entries.map((entry) => toRow(environment, entry)))
      .onConflict((conflict) =>
        conflict.columns(['environment', 'address']).doUpdateSet(({ ref }) => ({ entry: ref('excluded.entry') })),
      )
      .execute();
  }
  if (finish !== undefined) await changeRun(transaction, lease, finish.runId, finish);
}

function lastOfEachAddress(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  return [...new Map(entries.map((entry) => [entry.address, entry])).values()];
}

function toRow(environment: string, entry: BaselineEntry) {
  return { environment, address: storableText(entry.address, 'address'), entry: toJsonText(entry) };
}

function chunks<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / rowsPerStatement);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * rowsPerStatement, (index + 1) * rowsPerStatement),
  );
}
