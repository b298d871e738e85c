import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import { singleRoutes } from '../described/single-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import type { Route } from '../feature.ts';
import type { JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { badRequest } from '../wire/platform-error.ts';
import { defaultId, defaultsOf } from './default-references.ts';

const settings = 'conversations_messaging_settings';
const contents = 'conversations_messaging_supportedcontent';

/** Settings of messengers. The default one cannot be deleted. */
export const messagingSettingType: EntityType = describedType(settings, {
  label: 'messaging setting',
  audit: { service: 'Messaging', entityType: 'MessagingSetting' },
  hooks: {
    checkDelete: (context, { id }) => refuseDefault(context, id, 'messagingSetting'),
    present: (_organisation, { version }) => (version === undefined ? {} : { version: String(version) }),
  },
});

/** What messengers may send and receive. The default profile cannot be deleted. */
export const supportedContentType: EntityType = describedType(contents, {
  label: 'supported content profile',
  audit: { service: 'Messaging' },
  defaults: () => ({ mediaTypes: { allow: { inbound: [], outbound: [] } } }),
  hooks: { checkDelete: (context, { id }) => refuseDefault(context, id, 'supportedContent') },
});

/** The default setting and the default content, none at first, and the settings of conversations. */
export const messagingDefaultRoutes: readonly Route[] = [
  ...singleRoutes({
    name: defaultsOf.messagingSetting.shelf,
    audit: { service: 'Messaging', entityType: 'MessagingSettingDefault' },
    optional: 'default messaging setting',
    defaults: () => ({}),
    accept: (context, { settingId }) => ({ settingId: known(context, settings, String(settingId)) }),
    present: (organisation, { settingId }) => objectShown(organisation, settings, String(settingId)),
  }),
  ...singleRoutes({
    name: defaultsOf.supportedContent.shelf,
    audit: { service: 'Messaging', entityType: 'ConversationDefaultSupportedContent' },
    optional: 'default supported content',
    defaults: () => ({}),
    accept: (context, { id }) => ({ contentId: known(context, contents, String(id)) }),
    present: (organisation, { contentId }) => objectShown(organisation, contents, String(contentId)),
  }),
  ...singleRoutes({
    name: 'conversations_settings',
    audit: { service: 'Messaging', entityType: 'ConversationSettings' },
    defaults: () => ({
      communicationBasedACW: false,
      includeNonAgentConversationSummary: false,
      allowCallbackQueueSelection: false,
      callbacksInheritRoutingFromInboundCall: false,
      completeAcwWhenAgentTransitionsOffline: false,
      totalActiveCallback: false,
    }),
  }),
];

function known(context: Context, type: string, id: string): string {
  if (context.organisation.collection(type).current(id)) return id;
  const details = [{ errorCode: 'invalid.reference', entityId: id }];
  throw badRequest(`There is no object with the id ${id}.`, 'invalid.reference', { details });
}

function objectShown(organisation: Organisation, type: string, id: string): JsonObject {
  const found = organisation.collection(type).current(id) ?? { id };
  const path = type === settings ? 'settings' : 'supportedcontent';
  return { ...found, selfUri: `/api/v2/conversations/messaging/${path}/${id}` };
}

function refuseDefault({ organisation }: Context, id: string, name: keyof typeof defaultsOf): void {
  if (defaultId(organisation, defaultsOf[name]) !== id) return;
  throw badRequest('The default of the organisation cannot be deleted.', 'object.in.use');
}
