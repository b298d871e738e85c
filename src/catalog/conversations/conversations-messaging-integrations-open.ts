import { describeType } from '../describe/index.ts';
import {
  connectedByHand,
  integrationFields,
  integrationPermissions,
  integrationReferences,
} from './messaging-integration.ts';

const changeable = [...integrationFields, 'outboundNotificationWebhookUrl'];

/** Integrations with messaging of one's own, without the token that signs messages. */
export const conversationsMessagingIntegrationsOpen = describeType({
  type: 'conversations_messaging_integrations_open',
  area: 'conversations',
  noun: 'open messaging integration',
  level: 'B',
  portability: 'mapped',
  key: ['name'],
  keyRule: { compare: 'exact', unique: false },
  fields: changeable,
  references: integrationReferences,
  api: connectedByHand('open', changeable),
  limits: { create: 'a new integration needs a signature token, which is kept out of projects' },
  knownLimits: [
    'The signature token and the headers of the webhook may be secret: they are neither exported nor written.',
  ],
  permissions: integrationPermissions,
  audit: { service: 'Messaging', entityType: 'OpenIntegration' },
  effect: 'in-progress',
});
