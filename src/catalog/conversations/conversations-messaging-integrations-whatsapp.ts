import { describeType } from '../describe/index.ts';
import {
  connectedByHand,
  integrationFields,
  integrationPermissions,
  integrationReferences,
} from './messaging-integration.ts';

/** Integrations with WhatsApp business accounts, which their owners connect. */
export const conversationsMessagingIntegrationsWhatsapp = describeType({
  type: 'conversations_messaging_integrations_whatsapp',
  area: 'conversations',
  noun: 'WhatsApp messaging integration',
  level: 'B',
  portability: 'mapped',
  key: ['name'],
  keyRule: { compare: 'exact', unique: false },
  fields: integrationFields,
  references: integrationReferences,
  api: connectedByHand('whatsapp'),
  limits: { create: 'the owner of the WhatsApp account has to sign up in a window of its provider' },
  knownLimits: ['The phone number and its activation belong to one organisation and are left as they are.'],
  permissions: integrationPermissions,
  audit: { service: 'Messaging', entityType: 'WhatsAppIntegration' },
  effect: 'new-only',
});
