import { crudApi, describeType, permissionsOf } from '../describe/index.ts';
import { messagingPath } from './messaging-integration.ts';

const allowed = 'mediaTypes.allow';

/** Which kinds of files customers and agents may send each other. */
export const conversationsMessagingSupportedcontent = describeType({
  type: 'conversations_messaging_supportedcontent',
  area: 'conversations',
  noun: 'supported content profile',
  level: 'B',
  key: ['name'],
  fields: ['name', 'mediaTypes'],
  lists: {
    [`${allowed}.inbound`]: { kind: 'keyed', by: 'type' },
    [`${allowed}.outbound`]: { kind: 'keyed', by: 'type' },
  },
  versioned: true,
  api: crudApi({ path: `${messagingPath}/supportedcontent`, pageSize: 100, update: { method: 'PATCH' } }),
  permissions: permissionsOf('messaging:supportedContent'),
  audit: { service: 'Messaging', entityType: 'SupportedContent' },
  effect: 'in-progress',
});
