import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';
import { testStoreContract } from '../engine/testing/index.ts';
import { openStore } from './open-store.ts';
import { openTestStore, setup, teardown } from './testing/index.ts';

beforeAll(setup);
afterAll(teardown);

testStoreContract('embedded PostgreSQL', async () => {
  const { store, close } = await openTestStore();
  return { store, close, passTime: (ms) => sleep(ms) };
});

testStoreContract('external PostgreSQL by its address', async () => {
  const { environment, close } = await openTestStore();
  const store = await openStore({
    databaseUrl: environment.DATABASE_URL,
    schema: environment.SIGNALBOX_DATABASE_SCHEMA,
  });
  return {
    store,
    passTime: (ms) => sleep(ms),
    close: async () => {
      await store.close();
      await close();
    },
  };
});
