/**
 * The Store port over PostgreSQL: runs, journal, leases, baselines, claims and findings, in an external database or in an
 * embedded server that is started here. No decision about a deployment is made here.
 */
export { openStore, type OpenStore, type OpenStoreOptions } from './open-store.ts';
export type { StoreErrorCode } from './errors.ts';
