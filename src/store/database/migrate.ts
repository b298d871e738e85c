import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import { storeError } from '../errors.ts';
import { createMigrationTable, migrations } from './migrations.ts';
import type { StoreTables } from './tables.ts';

/** Any number; all processes that migrate a database wait for each other on it. */
const migrationLock = 7_464_001;

/**
 * Brings the schema to the version this code knows, once, however many processes start. Needs the right to create only
 * when something is missing. Throws SB5010 when the schema is newer than the code.
 */
export async function migrate(database: Kysely<StoreTables>, schema: string): Promise<void> {
  if ((await currentVersion(database, schema)) === newestVersion()) return;
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(transaction);
    await sql`create schema if not exists ${sql.id(schema)}`.execute(transaction);
    const inSchema = transaction.withSchema(schema);
    await createMigrationTable(inSchema);
    await applyMissing(inSchema, (await currentVersion(transaction, schema)) ?? 0);
  });
}

async function applyMissing(transaction: Transaction<StoreTables>, from: number): Promise<void> {
  for (const { version, name, apply } of migrations) {
    if (version <= from) continue;
    await apply(transaction);
    await transaction.insertInto('migration').values({ version, name }).execute();
  }
}

async function currentVersion(database: Kysely<StoreTables>, schema: string): Promise<number | undefined> {
  const found = await sql<{ exists: boolean }>`
    select exists (select from pg_tables where schemaname = ${schema} and tablename = 'migration') as exists
  `.execute(database);
  if (found.rows[0]?.exists !== true) return undefined;
  const newest = await database
    .withSchema(schema)
    .selectFrom('migration')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirst();
  const version = newest?.version ?? 0;
  if (version <= newestVersion()) return version;
  throw storeError(
    'SB5010',
    `The schema ${schema} has version ${version}; this Signalbox knows up to ${newestVersion()}.`,
    {
      context: { schema, version },
    },
  );
}

function newestVersion(): number {
  return migrations.length;
}
