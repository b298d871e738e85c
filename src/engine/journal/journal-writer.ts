import type { LeaseGuard } from '../lease/index.ts';
import type { Clock, Store } from '../ports.ts';
import { toEntry, type JournalRow } from './rows.ts';
import { remember, type RunMemory } from './run-memory.ts';

/** Adds rows to the journal of one run, one call at a time, and to the memory once they are durable. */
export interface JournalWriter {
  /** Resolves when the rows are durable. After the first failure every call fails: nothing goes on without a journal. */
  readonly write: (...rows: readonly JournalRow[]) => Promise<void>;
}

/** The writer of a run's journal, going on after the memory's last row. */
export function createJournalWriter(
  ports: { readonly store: Pick<Store, 'appendJournal'>; readonly clock: Pick<Clock, 'now'> },
  lease: LeaseGuard,
  runId: string,
  memory: RunMemory,
): JournalWriter {
  let tail: Promise<void> = Promise.resolve();
  const append = async (rows: readonly JournalRow[]): Promise<void> => {
    const at = new Date(ports.clock.now()).toISOString();
    const entries = rows.map((row, index) => toEntry(row, memory.lastSeq + 1 + index, at));
    await lease.use((current) => ports.store.appendJournal(current, runId, entries));
    for (const entry of entries) remember(memory, entry);
  };
  return {
    write: (...rows) => {
      tail = tail.then(() => append(rows));
      tail.catch(() => undefined);
      return tail;
    },
  };
}
