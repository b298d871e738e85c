import { describeType, inDivision, objectReferences } from '../describe/index.ts';
import { edgesApi, telephonyPermissions } from './edges-api.ts';

/** Settings from which the platform makes trunks. */
export const telephonyProvidersEdgesTrunkbasesettings = describeType({
  type: 'telephony_providers_edges_trunkbasesettings',
  area: 'telephony',
  noun: 'trunk base settings',
  level: 'B',
  defaultMode: 'observe',
  portability: 'environment',
  key: ['name'],
  fields: [
    'name',
    'division',
    'description',
    'trunkMetabase',
    'trunkType',
    'properties',
    'managed',
    'site',
    'inboundSite',
  ],
  readOnly: ['trunkMetabase.name', 'trunkMetabase.selfUri'],
  createOnly: ['trunkMetabase', 'trunkType'],
  freeForm: ['properties'],
  required: ['name', 'trunkMetabase', 'trunkType'],
  secret: ['properties.trunk_sip_authentication_credentials_password'],
  references: [
    ...inDivision,
    ...objectReferences({ site: 'telephony_providers_edges_site', inboundSite: 'telephony_providers_edges_site' }),
  ],
  versioned: true,
  api: edgesApi('trunkbasesettings', {
    list: { query: { ignoreHidden: 'true' } },
    getQuery: { ignoreHidden: 'true' },
  }),
  knownLimits: [
    'The password for SIP authentication is never shown or set; give it to a new trunk in the administration.',
    'A change sends all `properties` back as they were read, the password as the platform shows it included.',
  ],
  permissions: telephonyPermissions,
  audit: { service: 'Telephony', entityType: 'TrunkBase' },
  effect: 'in-progress',
});
