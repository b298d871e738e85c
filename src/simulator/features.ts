import { accountFeature } from './account/feature.ts';
import { architectFeature } from './architect/feature.ts';
import { auditsFeature } from './audits/feature.ts';
import { authorizationFeature } from './authorization/feature.ts';
import { callRoutingFeature } from './call-routing/feature.ts';
import { directoryFeature } from './directory/feature.ts';
import type { Feature } from './feature.ts';
import { integrationsFeature } from './integrations/feature.ts';
import { routingFeature } from './routing/feature.ts';
import { steeringFeature } from './steering/feature.ts';

/** Every part of the platform that the simulator has. A new part is added here and nowhere else. */
export const features: readonly Feature[] = [
  accountFeature,
  architectFeature,
  auditsFeature,
  authorizationFeature,
  callRoutingFeature,
  directoryFeature,
  integrationsFeature,
  routingFeature,
  steeringFeature,
];
