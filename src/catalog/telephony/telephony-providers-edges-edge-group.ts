import { describeType, inDivision, objectReferences } from '../describe/index.ts';
import { edgesApi, telephonyPermissions } from './edges-api.ts';

/** Groups of edges and the trunks they share. */
export const telephonyProvidersEdgesEdgeGroup = describeType({
  type: 'telephony_providers_edges_edge_group',
  area: 'telephony',
  noun: 'edge group',
  level: 'B',
  defaultMode: 'observe',
  portability: 'environment',
  key: ['name'],
  fields: ['name', 'division', 'description', 'managed', 'hybrid', 'edgeTrunkBaseAssignment', 'phoneTrunkBases'],
  required: ['name', 'phoneTrunkBases'],
  lists: { phoneTrunkBases: { kind: 'set' } },
  references: [
    ...inDivision,
    ...objectReferences({
      'edgeTrunkBaseAssignment.trunkBase': 'telephony_providers_edges_trunkbasesettings',
      'phoneTrunkBases[]': 'telephony_providers_edges_trunkbasesettings',
    }),
  ],
  versioned: true,
  api: edgesApi('edgegroups'),
  permissions: telephonyPermissions,
  audit: { service: 'Telephony', entityType: 'EdgeGroup' },
  effect: 'in-progress',
});
