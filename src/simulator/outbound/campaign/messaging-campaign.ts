import type { Route } from '../../feature.ts';
import { stringsAt } from '../../kernel/paths.ts';
import { isObject, type Entity } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { outboundType, refersTo } from '../outbound-type.ts';
import { acceptStatus, checkFixed, checkStopped, endLater, runRoutes } from './running.ts';

const channels = { smsConfig: 'SMS', emailConfig: 'EMAIL', whatsAppConfig: 'WHATSAPP' } as const;

/** Campaigns that send SMS, e-mails or WhatsApp messages, each over one channel; made off, and sending nothing. */
export const messagingCampaignType = outboundType('outbound_messagingcampaign', {
  label: 'messaging campaign',
  defaults: () => ({ campaignStatus: 'off', alwaysRunning: false }),
  holds: {
    outbound_callabletimeset: 400,
    outbound_contactlistfilter: 400,
    outbound_contact_list: 400,
    outbound_dnclist: 400,
    outbound_digitalruleset: 400,
    responsemanagement_response: 400,
  },
  filter: refersTo({
    contactListId: (campaign) => stringsAt(campaign, 'contactList.id'),
    ruleSetIds: (campaign) => stringsAt(campaign, 'ruleSets[].id'),
    campaignStatus: (campaign) => stringsAt(campaign, 'campaignStatus'),
    senderSmsPhoneNumber: (campaign) => stringsAt(campaign, 'smsConfig.senderSmsPhoneNumber.phoneNumber'),
    contentTemplateId: (campaign) => contentTemplates(campaign),
    type: (campaign) => channelsOf(campaign).map((name) => channels[name]),
  }),
  hooks: {
    accept: (_context, body, before) => acceptStatus(body, before),
    check: (_context, campaign, before) => {
      if (channelsOf(campaign).length > 1) throw badRequest('A campaign uses one channel.', 'invalid.value');
      checkFixed(campaign, before, ['contactList', 'division']);
    },
    checkDelete: checkStopped,
    stored: (context, after, before) => endLater(context, 'outbound_messagingcampaign', after, before),
  },
});

/** Turning messaging campaigns on and off. */
export const messagingCampaignRoutes: readonly Route[] = runRoutes(
  messagingCampaignType,
  'postOutboundMessagingcampaignStart',
  'postOutboundMessagingcampaignStop',
);

function channelsOf(campaign: Entity): readonly (keyof typeof channels)[] {
  return (['smsConfig', 'emailConfig', 'whatsAppConfig'] as const).filter((name) => isObject(campaign[name]));
}

function contentTemplates(campaign: Entity): readonly string[] {
  return channelsOf(campaign).flatMap((name) => stringsAt(campaign, `${name}.contentTemplate.id`));
}
