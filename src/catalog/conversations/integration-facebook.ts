import { describeType } from '../describe/index.ts';
import {
  connectedByHand,
  integrationFields,
  integrationPermissions,
  integrationReferences,
} from './messaging-integration.ts';

/** Integrations with pages at Facebook, which their owners connect. */
export const integrationFacebook = describeType({
  type: 'integration_facebook',
  area: 'conversations',
  noun: 'Facebook messaging integration',
  level: 'B',
  portability: 'mapped',
  key: ['name'],
  keyRule: { compare: 'exact', unique: false },
  fields: integrationFields,
  references: integrationReferences,
  api: connectedByHand('facebook'),
  limits: { create: 'the owner of the Facebook page has to sign in and give access to it' },
  knownLimits: ['The page and its tokens belong to one organisation and are left as they are.'],
  permissions: integrationPermissions,
  audit: { service: 'Messaging', entityType: 'FacebookIntegration' },
  effect: 'new-only',
});
