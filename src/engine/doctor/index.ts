/** What a deployment would need, looked at one by one: credentials, rights, visibility, clock, limits, store. */
export { diagnose, type DoctorPorts, type DoctorRequest } from './diagnose.ts';
export type { Check, CredentialReport } from './check.ts';
