import type { Kysely, Transaction } from 'kysely';
import { isConnectionLoss, toStoreError } from './failure.ts';
import type { StoreTables } from './tables.ts';

/** How facts are read and written; every error that comes out is coded. */
export interface Operations {
  /** One attempt: for writes that must not happen twice. */
  readonly once: <T>(work: (database: Kysely<StoreTables>) => Promise<T>) => Promise<T>;
  /** A second attempt when the session broke: only for work that has the same effect when done twice. */
  readonly repeatable: <T>(work: (database: Kysely<StoreTables>) => Promise<T>) => Promise<T>;
}

/** A session inside a transaction. */
export type StoreTransaction = Transaction<StoreTables>;

/** Operations on the database, which already points at its schema. */
export function createOperations(database: Kysely<StoreTables>): Operations {
  return {
    once: (work) => attempt(() => work(database)),
    repeatable: (work) => attempt(() => work(database).catch((error: unknown) => repeat(error, () => work(database)))),
  };
}

function repeat<T>(error: unknown, work: () => Promise<T>): Promise<T> {
  if (isConnectionLoss(error)) return work();
  throw error;
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toStoreError(error);
  }
}
