/**
 * The PostgreSQL that tests share, a schema per case. `setup` and `teardown` are for vitest's `globalSetup`; without them
 * the server starts and stops with its users. Nothing here is part of the product.
 */
export { openTestStore, setup, teardown, type TestStore } from './test-store.ts';
