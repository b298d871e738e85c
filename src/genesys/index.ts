/**
 * The engine's Platform port over the Genesys Cloud public API: hosts, OAuth, rate limit, repetition, paging, jobs,
 * audits. How a type is reached comes from its descriptor; nothing here decides what to write.
 */
export type { ClientCredentials, CredentialProvider } from './access/credentials.ts';
export type { RateLimitState } from './access/limiter.ts';
export type { GenesysErrorCode } from './errors.ts';
export { inspectAccess, type AccessReport, type TypeAccess } from './inspect-access.ts';
export type { GenesysOptions } from './options.ts';
export { createGenesysPlatform, type GenesysPlatform } from './platform.ts';
export { createGenesysReader, type GenesysReader } from './reader.ts';
export type { Exchange, WireAnswer, WireLoss, WireRequest } from './transport/exchange.ts';
export { isSameRegion } from './transport/regions.ts';
export type { GatewaySettings, HostSettings } from './transport/hosts.ts';
