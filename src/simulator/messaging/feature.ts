import type { Feature } from '../feature.ts';
import { messagingIntegrationRoutes } from './integration-routes.ts';
import { creationTimer, endCreation, messagingIntegrationTypes, whatsAppType } from './integration-types.ts';
import { messagingDefaultRoutes, messagingSettingType, supportedContentType } from './settings.ts';

/** Messaging: integrations of messengers, their settings and supported contents, and what is default. */
export const messagingFeature: Feature = {
  name: 'messaging',
  types: [...messagingIntegrationTypes, whatsAppType, messagingSettingType, supportedContentType],
  routes: [...messagingIntegrationRoutes, ...messagingDefaultRoutes],
  timers: { [creationTimer]: endCreation },
};
