import { describeType, inDivision, objectReferences } from '../describe/index.ts';
import { edgesApi, telephonyPermissions } from './edges-api.ts';

/** Phones without their lines, which belong to one organisation's phone base settings. */
export const telephonyProvidersEdgesPhone = describeType({
  type: 'telephony_providers_edges_phone',
  area: 'telephony',
  noun: 'phone',
  level: 'B',
  defaultMode: 'observe',
  portability: 'environment',
  key: ['name'],
  fields: ['name', 'division', 'description', 'site', 'phoneBaseSettings', 'properties', 'capabilities', 'webRtcUser'],
  freeForm: ['properties'],
  lists: { 'capabilities.mediaCodecs': { kind: 'ordered' } },
  references: [
    ...inDivision,
    ...objectReferences({
      site: 'telephony_providers_edges_site',
      phoneBaseSettings: 'telephony_providers_edges_phonebasesettings',
      webRtcUser: 'user',
    }),
  ],
  versioned: true,
  api: edgesApi('phones', {
    create: 'none',
    update: { omit: ['status', 'secondaryStatus', 'userAgentInfo', 'standAlone'] },
  }),
  limits: {
    create: 'a phone needs lines that name a line of its base settings by id; set it up in the administration',
  },
  knownLimits: [
    'Lines, edges and who is logged in are left as they are.',
    'Look at `properties` before you share an export: some devices keep passwords there.',
  ],
  permissions: { ...telephonyPermissions, add: [] },
  audit: { service: 'Telephony', entityType: 'Phone' },
  effect: 'in-progress',
});
