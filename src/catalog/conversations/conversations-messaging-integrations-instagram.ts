import { describeType } from '../describe/index.ts';
import {
  connectedByHand,
  integrationFields,
  integrationPermissions,
  integrationReferences,
} from './messaging-integration.ts';

/** Integrations with accounts at Instagram, which their owners connect. */
export const conversationsMessagingIntegrationsInstagram = describeType({
  type: 'conversations_messaging_integrations_instagram',
  area: 'conversations',
  noun: 'Instagram messaging integration',
  level: 'B',
  portability: 'mapped',
  key: ['name'],
  keyRule: { compare: 'exact', unique: false },
  fields: integrationFields,
  references: integrationReferences,
  api: connectedByHand('instagram'),
  limits: { create: 'the owner of the Instagram account has to sign in and give access to it' },
  knownLimits: ['The account and its tokens belong to one organisation and are left as they are.'],
  permissions: integrationPermissions,
  audit: { service: 'Messaging', entityType: 'InstagramIntegration' },
  effect: 'new-only',
});
