import { join, resolve } from 'node:path';
import type { Store } from '../engine/index.ts';
import { embeddedBackend } from './backend/embedded.ts';
import { externalBackend } from './backend/external.ts';
import type { StoreBackend } from './backend/backend.ts';
import { connect, type Connection } from './database/connection.ts';
import { toOpeningError } from './database/failure.ts';
import { migrate } from './database/migrate.ts';
import { createOperations } from './database/operations.ts';
import { createBaselineFacts } from './facts/baselines.ts';
import { createClaimFacts } from './facts/claims.ts';
import { createFindingFacts } from './facts/findings.ts';
import { createJournalFacts } from './facts/journal.ts';
import { createLeaseFacts } from './facts/leases.ts';
import { createRunFacts } from './facts/runs.ts';

/** Which store to open. */
export interface OpenStoreOptions {
  /** An external PostgreSQL. Without it the environment variable DATABASE_URL, without that the embedded server. */
  readonly databaseUrl?: string | undefined;
  /** The project's state directory; the embedded server lies in `postgres/` below it. Default: `.signalbox`. */
  readonly directory?: string | undefined;
  /** The PostgreSQL schema of the tables. Default: the environment variable SIGNALBOX_DATABASE_SCHEMA, or `signalbox`. */
  readonly schema?: string | undefined;
}

/** An open store. Closing it ends our sessions, and an embedded server that nobody else uses. */
export interface OpenStore extends Store {
  readonly kind: StoreBackend['kind'];
  /** Where it is, for people; without the password. */
  readonly place: string;
  readonly close: () => Promise<void>;
}

/**
 * Opens the store and brings its schema up to date. Throws SB5001 or SB5018 for an external one, SB5011–SB5016 for the
 * embedded one, SB5010 when the store is newer than this code.
 */
export async function openStore(options: OpenStoreOptions = {}): Promise<OpenStore> {
  const databaseUrl = options.databaseUrl ?? process.env['DATABASE_URL'];
  const schema = options.schema ?? process.env['SIGNALBOX_DATABASE_SCHEMA'] ?? 'signalbox';
  const directory = join(resolve(options.directory ?? '.signalbox'), 'postgres');
  const systemBin = process.env['SIGNALBOX_POSTGRES_BIN'];
  const backend = databaseUrl ? externalBackend(databaseUrl) : await embeddedBackend({ directory, systemBin });
  return openStoreOn(backend, schema);
}

/** Opens the store of a backend in a schema. */
export async function openStoreOn(backend: StoreBackend, schema: string): Promise<OpenStore> {
  const connection = connect(backend.source);
  const close = once(async () => {
    await connection.close();
    await backend.leave();
  });
  try {
    await migrate(connection.database, schema);
  } catch (error) {
    await close();
    throw toOpeningError(error, backend.place);
  }
  return { ...createFacts(connection, schema), kind: backend.kind, place: backend.place, close };
}

function createFacts({ database }: Connection, schema: string): Store {
  const operations = createOperations(database.withSchema(schema));
  return {
    ...createLeaseFacts(operations),
    ...createRunFacts(operations),
    ...createJournalFacts(operations),
    ...createBaselineFacts(operations),
    ...createClaimFacts(operations),
    ...createFindingFacts(operations),
  };
}

function once(work: () => Promise<void>): () => Promise<void> {
  let begun: Promise<void> | undefined;
  return () => (begun ??= work());
}
