import { describeType, inDivision, permissionsOf } from '../describe/index.ts';
import { edgesApi } from './edges-api.ts';

/** Ranges of extensions for people and groups. */
export const telephonyProvidersEdgesExtensionPool = describeType({
  type: 'telephony_providers_edges_extension_pool',
  area: 'telephony',
  noun: 'extension pool',
  level: 'B',
  defaultMode: 'observe',
  portability: 'environment',
  key: ['startNumber', 'endNumber'],
  keyRule: { compare: 'exact' },
  fields: ['startNumber', 'endNumber', 'name', 'division', 'description'],
  createOnly: ['startNumber', 'endNumber'],
  required: ['startNumber', 'endNumber', 'name'],
  references: inDivision,
  versioned: true,
  visibilityLagMs: 15_000,
  api: edgesApi('extensionpools'),
  knownLimits: ['A new pool takes some seconds until extensions can be given from it.'],
  permissions: permissionsOf('telephony:extensionPool'),
  audit: { service: 'Telephony', entityType: 'ExtensionPool' },
  effect: 'new-only',
});
