import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { embeddedBackend } from '../backend/embedded.ts';
import type { StoreBackend } from '../backend/backend.ts';
import { isAlive } from '../postgres/cluster.ts';

/**
 * The one PostgreSQL that all tests of this checkout share, started by the first and stopped by the last user. It skips
 * the flush to disk, so nothing about durability may be tested on it. It lies in the temporary directory, per user, so
 * that root and others can test one checkout.
 */
export function sharedBackend(): Promise<StoreBackend> {
  const checkout = createHash('sha256')
    .update(import.meta.dirname)
    .digest('hex')
    .slice(0, 10);
  const directory = join(tmpdir(), `signalbox-test-${userInfo().uid}-${checkout}`);
  return embeddedBackend({ directory, systemBin: process.env['SIGNALBOX_POSTGRES_BIN'], durable: false });
}

/** The same server as a `postgresql://` address, for processes that open it as an external one. */
export function addressOf({ source }: StoreBackend): string {
  const { user, host, database, port } = source.settings;
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}&port=${port}`;
}

let cases = 0;

/** A schema name that no other case of any process has. */
export function freshSchema(): string {
  cases += 1;
  return `case_${process.pid}_${cases}`;
}

/** Removes a case's schema. */
export async function dropSchema(backend: StoreBackend, schema: string): Promise<void> {
  await withClient(backend, (client) => client.query(`drop schema if exists ${pg.escapeIdentifier(schema)} cascade`));
}

/** Removes the schemas that killed test processes left behind. */
export async function dropAbandonedSchemas(backend: StoreBackend): Promise<void> {
  await withClient(backend, async (client) => {
    const found = await client.query<{ name: string }>(
      "select nspname as name from pg_namespace where nspname like 'case%'",
    );
    const abandoned = found.rows.filter(({ name }) => !isAlive(Number(/^case_(\d+)_/.exec(name)?.[1] ?? process.pid)));
    for (const { name } of abandoned) await client.query(`drop schema if exists ${pg.escapeIdentifier(name)} cascade`);
  });
}

async function withClient(backend: StoreBackend, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(backend.source.settings);
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
