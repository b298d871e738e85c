import type { Body, Case, Made } from '../case.ts';
import { typeNamed } from '../make.ts';
import { callSdk } from '../sdk-client.ts';

/** What the suite is told of these types, by type. */
export const messagingCases: Readonly<Record<string, Case>> = {
  conversations_messaging_settings_default: {
    find: async (made) => {
      const settingId = await made.id('conversations_messaging_settings');
      await callSdk('putConversationsMessagingSettingsDefault', { body: { settingId } });
      return settingId;
    },
    update: async (_object, made) => ({ settingId: await another(made, 'conversations_messaging_settings') }),
    isChanged: (read, change) => read['id'] === change['settingId'],
  },
  conversations_messaging_supportedcontent_default: {
    find: async (made) => {
      const id = await made.id('conversations_messaging_supportedcontent');
      await callSdk('putConversationsMessagingSupportedcontentDefault', { body: { id } });
      return id;
    },
    update: async (_object, made) => ({ id: await another(made, 'conversations_messaging_supportedcontent') }),
  },
  conversations_settings: { update: { communicationBasedACW: true } },
};

/** A second object of the type, to become the default in place of the first. */
async function another(made: Made, type: string): Promise<string> {
  const body = await made.bodyFor(type, 'Another default');
  const created = await callSdk(typeNamed(type).create ?? '', { body });
  return String((created.body as Body)['id']);
}
