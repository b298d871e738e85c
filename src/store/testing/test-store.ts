import { openStoreOn, type OpenStore } from '../open-store.ts';
import { addressOf, dropAbandonedSchemas, dropSchema, freshSchema, sharedBackend } from './shared-server.ts';

/** A store in a schema of its own on the shared server. */
export interface TestStore {
  readonly store: OpenStore;
  /** For other processes: DATABASE_URL and SIGNALBOX_DATABASE_SCHEMA that lead to the same tables. */
  readonly environment: { readonly DATABASE_URL: string; readonly SIGNALBOX_DATABASE_SCHEMA: string };
  /** Drops the schema and closes the store. */
  readonly close: () => Promise<void>;
}

/** Opens a fresh store for one test case on the server that all tests share. */
export async function openTestStore(): Promise<TestStore> {
  const backend = await sharedBackend();
  const schema = freshSchema();
  const store = await openStoreOn(backend, schema);
  return {
    store,
    environment: { DATABASE_URL: addressOf(backend), SIGNALBOX_DATABASE_SCHEMA: schema },
    close: async () => {
      await dropSchema(backend, schema);
      await store.close();
    },
  };
}

let keeper: OpenStore | undefined;

/** For vitest's `globalSetup`: keeps the shared server up for the whole run, so that it starts once. */
export async function setup(): Promise<void> {
  const backend = await sharedBackend();
  keeper = await openStoreOn(backend, 'keeper');
  await dropAbandonedSchemas(backend);
}

/** For vitest's `globalSetup`: gives the shared server up; it stops with its last user. */
export async function teardown(): Promise<void> {
  await keeper?.close();
}
