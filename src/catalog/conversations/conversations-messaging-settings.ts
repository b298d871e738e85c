import { crudApi, describeType, permissionsOf } from '../describe/index.ts';
import { messagingPath } from './messaging-integration.ts';

/** What messaging integrations show and tell each other: typing, stories. */
export const conversationsMessagingSettings = describeType({
  type: 'conversations_messaging_settings',
  area: 'conversations',
  noun: 'messaging settings',
  level: 'B',
  key: ['name'],
  fields: ['name', 'content', 'event'],
  api: crudApi({
    path: `${messagingPath}/settings`,
    pageSize: 100,
    create: { only: ['name', 'content', 'event'] },
    update: { method: 'PATCH', only: ['name', 'content', 'event'] },
  }),
  permissions: permissionsOf('messaging:setting'),
  audit: { service: 'Messaging', entityType: 'MessagingSetting' },
  effect: 'in-progress',
});
