import { describeType, idReferences, singleApi } from '../describe/index.ts';
import { messagingPath } from './messaging-integration.ts';

/** Which messaging settings hold where an integration names none. The platform answers with the settings themselves. */
export const conversationsMessagingSettingsDefault = describeType({
  type: 'conversations_messaging_settings_default',
  area: 'conversations',
  noun: 'default messaging settings',
  level: 'B',
  shape: { kind: 'object', single: true },
  key: [],
  fields: ['id'],
  references: idReferences({ id: 'conversations_messaging_settings' }),
  api: singleApi(`${messagingPath}/settings/default`, { method: 'PUT', asIds: { id: 'settingId' }, only: [] }),
  limits: { delete: 'a delete would leave the organisation without default messaging settings' },
  permissions: { view: ['messaging:setting:view'], add: [], edit: ['messaging:setting:edit'], delete: [] },
  audit: { service: 'Messaging', entityType: 'MessagingSettingDefault' },
  effect: 'in-progress',
});
