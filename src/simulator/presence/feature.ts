import type { Feature } from '../feature.ts';
import { listedPresenceType, presenceRoutes } from './presence-definition.ts';

/** Presence definitions. */
export const presenceFeature: Feature = {
  name: 'presence',
  types: [listedPresenceType],
  routes: presenceRoutes,
};
