import { describeType, idReferences, singleApi } from '../describe/index.ts';
import { messagingPath } from './messaging-integration.ts';

/** Which supported content holds where an integration names none. The platform answers with the profile itself. */
export const conversationsMessagingSupportedcontentDefault = describeType({
  type: 'conversations_messaging_supportedcontent_default',
  area: 'conversations',
  noun: 'default supported content profile',
  level: 'B',
  shape: { kind: 'object', single: true },
  key: [],
  fields: ['id'],
  references: idReferences({ id: 'conversations_messaging_supportedcontent' }),
  api: singleApi(`${messagingPath}/supportedcontent/default`, { method: 'PUT', only: ['id'] }),
  permissions: {
    view: ['messaging:supportedContent:view'],
    add: [],
    edit: ['messaging:supportedContent:edit'],
    delete: [],
  },
  audit: { service: 'Messaging', entityType: 'ConversationDefaultSupportedContent' },
  effect: 'in-progress',
});
