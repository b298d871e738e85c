import { describeType, inDivision, objectReferences } from '../describe/index.ts';
import { edgesApi, telephonyPermissions } from './edges-api.ts';

/** Sites, without their edges and number plans. */
export const telephonyProvidersEdgesSite = describeType({
  type: 'telephony_providers_edges_site',
  area: 'telephony',
  noun: 'site',
  level: 'B',
  defaultMode: 'observe',
  portability: 'environment',
  key: ['name'],
  fields: [
    'name',
    'division',
    'description',
    'location',
    'primarySites',
    'secondarySites',
    'edgeAutoUpdateConfig',
    'ntpSettings',
    'mediaModel',
    'mediaRegions',
    'mediaRegionsUseLatencyBased',
    'callerId',
    'callerName',
    'cloudProxyForceTurn',
  ],
  createOnly: ['mediaModel'],
  required: ['name', 'location'],
  lists: {
    primarySites: { kind: 'set' },
    secondarySites: { kind: 'set' },
    mediaRegions: { kind: 'ordered' },
    'ntpSettings.servers': { kind: 'ordered' },
  },
  references: [
    ...inDivision,
    ...objectReferences({
      location: 'location',
      'primarySites[]': 'telephony_providers_edges_site',
      'secondarySites[]': 'telephony_providers_edges_site',
    }),
  ],
  versioned: true,
  api: edgesApi('sites'),
  knownLimits: [
    'Number plans, connections between sites and edges have endpoints of their own and are left as they are.',
    'Which site is the default one is a setting of the organisation.',
  ],
  permissions: { ...telephonyPermissions, view: [] },
  audit: { service: 'Telephony', entityType: 'Site' },
  effect: 'new-only',
});
