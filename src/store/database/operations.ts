import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { isConnectionLoss, toStoreError } from './failure.ts';
import type { StoreTables } from './tables.ts';

/** How facts are read and written; every error that comes out is coded. */
export interface Operations {
  /** One attempt: for writes that must not happen twice. */
  readonly once: <T>(work: (database: Kysely<StoreTables>) => Promise<T>) => Promise<T>;
  /** Further attempts when the session broke: only for work that has the same effect when done twice. */
  readonly repeatable: <T>(work: (database: Kysely<StoreTables>) => Promise<T>) => Promise<T>;
}

/** A session inside a transaction. */
export type StoreTransaction = Transaction<StoreTables>;

/** Operations on the database, which already points at its schema. */
export function createOperations(database: Kysely<StoreTables>): Operations {
  return {
    once: (work) => attempt(() => work(database)),
    repeatable: (work) => attempt(() => repeat(() => work(database))),
  };
}

/** A server that died takes several sessions of the pool along, each of which may be found broken in turn. */
const repeatDelaysMs = [20, 80, 320] as const;

async function repeat<T>(work: () => Promise<T>): Promise<T> {
  for (const delayMs of repeatDelaysMs) {
    try {
      return await work();
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      await sleep(delayMs);
    }
  }
  return work();
}

async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw toStoreError(error);
  }
}
