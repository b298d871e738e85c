import { describeType, singleApi } from '../describe/index.ts';

/** Settings of routing for the whole organisation. */
export const routingSettings = describeType({
  type: 'routing_settings',
  area: 'routing',
  noun: 'routing settings',
  shape: { kind: 'object', single: true },
  key: [],
  fields: ['resetAgentScoreOnPresenceChange'],
  api: singleApi('/api/v2/routing/settings', { method: 'PUT' }),
  limits: { delete: 'deleting them only sets them back to what a new organisation has: declare those values instead' },
  knownLimits: ['Settings for blind transfers and for transcription have endpoints of their own and stay as they are.'],
  permissions: { view: [], add: [], edit: ['routing:settings:edit'], delete: [] },
  audit: { service: 'ContactCenter', entityType: 'RoutingSettings' },
  effect: 'in-progress',
});
