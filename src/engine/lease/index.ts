/** The right to write in an environment, for as long as a run lasts. */
export { guardLease, type LeaseGuard, type Leasing } from './lease-guard.ts';
