import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { StoreTables } from './tables.ts';

/** One step of the schema, forward only. A released one is never changed: a later one corrects it. */
export interface Migration {
  /** Counts from 1 without gaps. */
  readonly version: number;
  readonly name: string;
  readonly apply: (database: Kysely<StoreTables>) => Promise<void>;
}

/** All migrations in order. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'runs, journal, leases, baselines', apply: foundation },
];

/** Makes the table that says which migrations ran. */
export async function createMigrationTable(database: Transaction<StoreTables>): Promise<void> {
  await database.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('applied_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .execute();
}

async function foundation(database: Kysely<StoreTables>): Promise<void> {
  await createLeasesAndRuns(database);
  await database.schema
    .createTable('journal')
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id'))
    .addColumn('seq', 'integer', (column) => column.notNull().check(sql`seq > 0`))
    .addColumn('entry', 'json', (column) => column.notNull())
    .addPrimaryKeyConstraint('journal_key', ['run_id', 'seq'])
    .execute();
  await database.schema
    .createTable('baseline')
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('entry', 'json', (column) => column.notNull())
    .addPrimaryKeyConstraint('baseline_key', ['environment', 'address'])
    .execute();
  await createClaimsAndFindings(database);
}

async function createLeasesAndRuns(database: Kysely<StoreTables>): Promise<void> {
  await database.schema
    .createTable('lease')
    .addColumn('environment', 'text', (column) => column.primaryKey())
    .addColumn('holder', 'text')
    .addColumn('fence', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
    .execute();
  await database.schema
    .createTable('run')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ordinal', 'bigint', (column) => column.notNull().generatedAlwaysAsIdentity())
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('artifact_digest', 'text', (column) => column.notNull())
    .addColumn('artifact', 'json', (column) => column.notNull())
    .addColumn('plan', 'json', (column) => column.notNull())
    .addColumn('undoes', 'text')
    .addColumn('started_by', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('outcome', 'text')
    .execute();
  await database.schema.createIndex('run_by_environment').on('run').columns(['environment', 'ordinal']).execute();
}

async function createClaimsAndFindings(database: Kysely<StoreTables>): Promise<void> {
  await database.schema
    .createTable('claim')
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('run_id', 'text', (column) => column.notNull().references('run.id'))
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('object_id', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('claim_key', ['environment', 'run_id', 'type', 'object_id'])
    .execute();
  await database.schema
    .createTable('finding')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('ordinal', 'bigint', (column) => column.notNull().generatedAlwaysAsIdentity())
    .addColumn('environment', 'text', (column) => column.notNull())
    .addColumn('run_id', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('data', 'json', (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex('finding_by_environment')
    .on('finding')
    .columns(['environment', 'ordinal'])
    .execute();
}
