import { describeType, inDivision } from '../describe/index.ts';
import { edgesApi, telephonyPermissions } from './edges-api.ts';

/** Ranges of phone numbers that an organisation owns. */
export const telephonyProvidersEdgesDidPool = describeType({
  type: 'telephony_providers_edges_did_pool',
  area: 'telephony',
  noun: 'DID pool',
  level: 'B',
  defaultMode: 'observe',
  portability: 'environment',
  key: ['startPhoneNumber', 'endPhoneNumber'],
  keyRule: { compare: 'exact' },
  fields: ['startPhoneNumber', 'endPhoneNumber', 'name', 'division', 'description', 'comments', 'provider'],
  createOnly: ['startPhoneNumber', 'endPhoneNumber'],
  required: ['startPhoneNumber', 'endPhoneNumber', 'name'],
  references: inDivision,
  versioned: true,
  api: edgesApi('didpools'),
  permissions: telephonyPermissions,
  audit: { service: 'Telephony', entityType: 'DIDPool' },
  effect: 'new-only',
});
