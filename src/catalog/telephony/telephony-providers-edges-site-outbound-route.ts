import { describeType, inDivision, objectReferences } from '../describe/index.ts';
import { edgesApi, telephonyPermissions } from './edges-api.ts';

/** Over which trunks a site calls which kinds of numbers. */
export const telephonyProvidersEdgesSiteOutboundRoute = describeType({
  type: 'telephony_providers_edges_site_outbound_route',
  area: 'telephony',
  noun: 'outbound route of a site',
  level: 'B',
  defaultMode: 'observe',
  portability: 'environment',
  shape: { kind: 'child', parentType: 'telephony_providers_edges_site', parentField: 'site' },
  key: ['site', 'name'],
  fields: [
    'site',
    'name',
    'division',
    'description',
    'classificationTypes',
    'enabled',
    'distribution',
    'externalTrunkBases',
  ],
  createOnly: ['site'],
  required: ['site', 'name', 'classificationTypes'],
  lists: { classificationTypes: { kind: 'set' }, externalTrunkBases: { kind: 'ordered' } },
  references: [
    ...inDivision,
    ...objectReferences({
      site: 'telephony_providers_edges_site',
      'externalTrunkBases[]': 'telephony_providers_edges_trunkbasesettings',
    }),
  ],
  versioned: true,
  api: edgesApi('sites/{parentId}/outboundroutes'),
  permissions: telephonyPermissions,
  audit: { service: 'Telephony', entityType: 'OutboundRoute' },
  effect: 'new-only',
});
