import { describeType, inDivision, objectReferences } from '../describe/index.ts';
import { edgesApi, telephonyPermissions } from './edges-api.ts';

/** Trunks as the platform made them out of trunk base settings. They can only be looked at. */
export const telephonyProvidersEdgesTrunk = describeType({
  type: 'telephony_providers_edges_trunk',
  area: 'telephony',
  noun: 'trunk',
  level: 'C',
  defaultMode: 'observe',
  portability: 'environment',
  key: ['name'],
  keyRule: { unique: false },
  fields: ['name', 'division', 'description', 'trunkType', 'trunkBase', 'trunkMetabase', 'edgeGroup', 'enabled'],
  readOnly: ['trunkMetabase.name', 'trunkMetabase.selfUri'],
  references: [
    ...inDivision,
    ...objectReferences({
      trunkBase: 'telephony_providers_edges_trunkbasesettings',
      edgeGroup: 'telephony_providers_edges_edge_group',
    }),
  ],
  goesWith: ['edgeGroup'],
  api: edgesApi('trunks', { create: 'none', update: 'none', delete: 'none' }),
  limits: {
    create: 'the platform makes a trunk when its base settings are given to an edge or an edge group',
    update: 'a trunk takes its settings from its trunk base settings',
    delete: 'the platform removes a trunk when its base settings are taken from the edge or the edge group',
  },
  knownLimits: ['The edge of a trunk, and whether the trunk is in service, are left out.'],
  permissions: { view: telephonyPermissions.view, add: [], edit: [], delete: [] },
  audit: { service: 'Telephony', entityType: 'Trunk' },
  effect: 'in-progress',
});
