import { describedType } from '../described/described-type.ts';
import { singleRoutes } from '../described/single-type.ts';
import type { Feature } from '../feature.ts';

/** Messaging. */
export const messagingFeature: Feature = {
  name: 'messaging',
  types: [
    describedType('conversations_messaging_integrations_apple', {
      label: 'integrations apple',
      audit: { service: 'Messaging', entityType: 'AppleIntegration' },
    }),
    describedType('conversations_messaging_integrations_instagram', {
      label: 'integrations instagram',
      audit: { service: 'Messaging', entityType: 'InstagramIntegration' },
    }),
    describedType('conversations_messaging_integrations_open', {
      label: 'integrations open',
      audit: { service: 'Messaging', entityType: 'OpenIntegration' },
    }),
    describedType('conversations_messaging_integrations_whatsapp', {
      label: 'integrations whatsapp',
      audit: { service: 'Messaging', entityType: 'WhatsAppIntegration' },
    }),
    describedType('conversations_messaging_settings', {
      label: 'settings',
      audit: { service: 'Messaging', entityType: 'MessagingSetting' },
    }),
    describedType('conversations_messaging_supportedcontent', {
      label: 'supportedcontent',
      audit: { service: 'Messaging' },
    }),
    describedType('integration_facebook', {
      label: 'integration facebook',
      audit: { service: 'Messaging', entityType: 'FacebookIntegration' },
    }),
  ],
  routes: [
    ...singleRoutes({
      name: 'conversations_messaging_settings_default',
      audit: { service: 'Messaging', entityType: 'MessagingSetting' },
      defaults: () => ({}),
    }),
    ...singleRoutes({
      name: 'conversations_messaging_supportedcontent_default',
      audit: { service: 'Messaging', entityType: 'ConversationDefaultSupportedContent' },
      defaults: () => ({}),
    }),
    ...singleRoutes({
      name: 'conversations_settings',
      audit: { service: 'Messaging', entityType: 'Settings' },
      defaults: () => ({}),
    }),
  ],
};
