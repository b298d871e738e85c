import type { Body, Case } from '../case.ts';
import { callSdk } from '../sdk-client.ts';

/** What the suite is told of these types, by type. */
export const messagingCases: Readonly<Record<string, Case>> = {
  conversations_messaging_settings_default: {
    find: async (made) => {
      const settingId = await made.id('conversations_messaging_settings');
      await callSdk('putConversationsMessagingSettingsDefault', { body: { settingId } });
      return settingId;
    },
    update: (object: Body) => ({ settingId: object['id'] }),
    isChanged: (read, change) => read['id'] === change['settingId'],
  },
  conversations_messaging_supportedcontent_default: {
    find: async (made) => {
      const id = await made.id('conversations_messaging_supportedcontent');
      await callSdk('putConversationsMessagingSupportedcontentDefault', { body: { id } });
      return id;
    },
    update: (object: Body) => ({ id: object['id'] }),
  },
  conversations_settings: { update: { communicationBasedACW: true } },
};
