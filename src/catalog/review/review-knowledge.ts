import type { ReviewKnowledge } from '../../core/resource/index.ts';
import { liveTraffic } from './live-traffic.ts';
import { reachKnowledge } from './reach.ts';

/** What reviews know of Genesys Cloud's types beside their descriptors. */
export const reviewKnowledge: ReviewKnowledge = {
  reach: reachKnowledge,
  liveTraffic,
  permissions: ['auth_role', 'group_roles', 'oauth_client', 'user_roles', 'orgauthorization_pairing'],
  division: { type: 'auth_division', field: 'division' },
};
