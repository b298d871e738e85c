import { crudApi, describeType, idReferences } from '../describe/index.ts';
import { integrationFields, integrationReferences, messagingPath } from './messaging-integration.ts';

const changeable = [...integrationFields, 'businessName', 'logoUrl', 'appleIMessageApp', 'applePay'];

/** Integrations with Apple Messages for Business, without what signs users in: that is a secret. */
export const conversationsMessagingIntegrationsApple = describeType({
  type: 'conversations_messaging_integrations_apple',
  area: 'conversations',
  noun: 'Apple messaging integration',
  level: 'B',
  portability: 'mapped',
  key: ['name'],
  keyRule: { compare: 'exact', unique: false },
  fields: [...changeable, 'messagesForBusinessId'],
  createOnly: ['messagesForBusinessId'],
  required: ['name', 'messagesForBusinessId'],
  lists: {
    'applePay.paymentCapabilities': { kind: 'set' },
    'applePay.supportedPaymentNetworks': { kind: 'set' },
  },
  references: [
    ...integrationReferences,
    ...idReferences({ 'applePay.paymentCertificateCredentialId': 'integration_credential' }),
  ],
  visibilityLagMs: 30_000,
  api: crudApi({
    path: `${messagingPath}/integrations/apple`,
    pageSize: 100,
    create: { only: [...changeable, 'messagesForBusinessId'] },
    update: { method: 'PATCH', only: changeable },
  }),
  knownLimits: [
    'How users sign in (`appleAuthentication`) holds a secret: it is neither read nor written.',
    'The platform sets a new integration up in its own time (`createStatus`); whether that worked is not checked.',
  ],
  permissions: {
    view: ['messaging:integration:view'],
    add: ['messaging:appleIntegration:add'],
    edit: ['messaging:appleIntegration:edit'],
    delete: ['messaging:integration:delete'],
  },
  audit: { service: 'Messaging', entityType: 'AppleIntegration' },
  effect: 'new-only',
});
