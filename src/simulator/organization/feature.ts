import type { Feature } from '../feature.ts';
import { authenticationSettingsRoutes } from './authentication-settings.ts';
import { pairingType } from './pairing.ts';

/** Settings of signing in, and requests for the trust of other organisations. */
export const organizationFeature: Feature = {
  name: 'organization',
  types: [pairingType],
  routes: authenticationSettingsRoutes,
};
