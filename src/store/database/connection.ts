import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { isConnectionLoss } from './failure.ts';
import type { StoreTables } from './tables.ts';

/** Where sessions come from. */
export interface SessionSource {
  readonly settings: pg.PoolConfig;
  /** Run in every new session before its first use. */
  readonly prepare?: (client: pg.ClientBase) => Promise<void>;
  /** Called when no session could be had, before each further attempt: brings a server back up. */
  readonly revive?: () => Promise<void>;
}

/** A database and the end of its sessions. */
export interface Connection {
  readonly database: Kysely<StoreTables>;
  readonly close: () => Promise<void>;
}

const limits: pg.PoolConfig = {
  max: 4,
  application_name: 'signalbox',
  connectionTimeoutMillis: 10_000,
  statement_timeout: 60_000,
  lock_timeout: 20_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
};

/** A small pool of sessions under Kysely. Nothing is connected until the first query. */
export function connect(source: SessionSource): Connection {
  const pool = new pg.Pool({ ...limits, ...source.settings, ...onConnect(source) });
  pool.on('error', () => undefined);
  // The pool listens to idle sessions only; without this, one that breaks between two statements would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const dialect = new PostgresDialect({
    pool: {
      options: pool.options,
      connect: () => connectPatiently(pool, source),
      end: () => pool.end(),
    },
  });
  const database = new Kysely<StoreTables>({ dialect });
  return { database, close: () => database.destroy() };
}

/** The pool waits for the promise, though its types do not say so. */
function onConnect({ prepare }: SessionSource): { readonly onConnect?: (client: pg.ClientBase) => Promise<void> } {
  return prepare === undefined ? {} : { onConnect: prepare };
}

/** An embedded server may be stopped by its last user at the very moment another comes: then it is brought up again. */
async function connectPatiently(pool: pg.Pool, { revive }: SessionSource): Promise<pg.PoolClient> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await pool.connect();
    } catch (error) {
      const attempts = revive === undefined ? 2 : embeddedAttempts;
      if (!isConnectionLoss(error) || attempt >= attempts) throw error;
    }
    await (revive === undefined ? sleep(200) : revive());
  }
}

const embeddedAttempts = 6;
