import type { Kysely } from 'kysely';
import type { JournalEntry, Lease, Store } from '../../engine/index.ts';
import { isDuplicate } from '../database/failure.ts';
import type { Operations } from '../database/operations.ts';
import { parseJournalEntry, toJsonText } from '../database/rows.ts';
import type { StoreTables } from '../database/tables.ts';
import { storeError } from '../errors.ts';
import { requireLease } from './leases.ts';
import { requireRun } from './runs.ts';

type JournalFacts = Pick<Store, 'appendJournal' | 'readJournal'>;

/** The journal: rows keyed by run and seq, only ever added, each append fenced by the lease. */
export function createJournalFacts({ once, repeatable }: Operations): JournalFacts {
  return {
    appendJournal: (lease, runId, entries) => once((database) => append(database, { lease, runId, entries })),
    readJournal: (runId) => repeatable((database) => read(database, runId)),
  };
}

interface Appending {
  readonly lease: Lease;
  readonly runId: string;
  readonly entries: readonly JournalEntry[];
}

async function append(database: Kysely<StoreTables>, appending: Appending): Promise<void> {
  const { lease, runId, entries } = appending;
  try {
    await database.transaction().execute(async (transaction) => {
      await requireLease(transaction, lease);
      await requireRun(transaction, lease, runId);
      const last = await transaction
        .selectFrom('journal')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .where('run_id', '=', runId)
        .executeTakeFirst();
      requireNext(appending, last?.seq ?? 0);
      if (entries.length === 0) return;
      const rows = entries.map((entry) => ({ run_id: runId, seq: entry.seq, entry: toJsonText(entry) }));
      await transaction.insertInto('journal').values(rows).execute();
    });
  } catch (error) {
    throw isDuplicate(error) ? taken(runId, 'one of the rows is taken', error) : error;
  }
}

function requireNext({ runId, entries }: Appending, last: number): void {
  const wrong = entries.find((entry, index) => entry.seq !== last + 1 + index);
  if (wrong !== undefined) throw taken(runId, `row ${wrong.seq} can not follow; the last one is ${last}`);
}

async function read(database: Kysely<StoreTables>, runId: string): Promise<readonly JournalEntry[]> {
  const rows = await database.selectFrom('journal').selectAll().where('run_id', '=', runId).orderBy('seq').execute();
  return rows.map((row) => parseJournalEntry(row.entry, `journal row ${runId}/${row.seq}`));
}

function taken(runId: string, why: string, cause?: unknown): Error {
  return storeError('SB5006', `The journal of ${runId} has moved on: ${why}.`, { context: { runId }, cause });
}
