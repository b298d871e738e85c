import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { conversationsMessagingIntegrationsApple } from './conversations-messaging-integrations-apple.ts';
import { conversationsMessagingIntegrationsInstagram } from './conversations-messaging-integrations-instagram.ts';
import { conversationsMessagingIntegrationsOpen } from './conversations-messaging-integrations-open.ts';
import { conversationsMessagingIntegrationsWhatsapp } from './conversations-messaging-integrations-whatsapp.ts';
import { conversationsMessagingSettingsDefault } from './conversations-messaging-settings-default.ts';
import { conversationsMessagingSettings } from './conversations-messaging-settings.ts';
import { conversationsMessagingSupportedcontentDefault } from './conversations-messaging-supportedcontent-default.ts';
import { conversationsMessagingSupportedcontent } from './conversations-messaging-supportedcontent.ts';
import { conversationsSettings } from './conversations-settings.ts';
import { integrationFacebook } from './integration-facebook.ts';

/** The types of this area. */
export const conversationsTypes: readonly ResourceDescriptor[] = [
  conversationsMessagingIntegrationsApple,
  conversationsMessagingIntegrationsInstagram,
  conversationsMessagingIntegrationsOpen,
  conversationsMessagingIntegrationsWhatsapp,
  conversationsMessagingSettingsDefault,
  conversationsMessagingSettings,
  conversationsMessagingSupportedcontentDefault,
  conversationsMessagingSupportedcontent,
  conversationsSettings,
  integrationFacebook,
];
