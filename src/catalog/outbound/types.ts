import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { outboundCampaign } from './campaign/outbound-campaign.ts';
import { outboundMessagingcampaign } from './campaign/outbound-messagingcampaign.ts';
import { outboundSequence } from './campaign/outbound-sequence.ts';
import { outboundAttemptLimit } from './contact-list/outbound-attempt-limit.ts';
import { outboundContactListContact } from './contact-list/outbound-contact-list-contact.ts';
import { outboundContactListTemplate } from './contact-list/outbound-contact-list-template.ts';
import { outboundContactList } from './contact-list/outbound-contact-list.ts';
import { outboundContactlistfilter } from './contact-list/outbound-contactlistfilter.ts';
import { outboundDnclist } from './contact-list/outbound-dnclist.ts';
import { outboundFilespecificationtemplate } from './contact-list/outbound-filespecificationtemplate.ts';
import { outboundCallabletimeset } from './rule/outbound-callabletimeset.ts';
import { outboundCallanalysisresponseset } from './rule/outbound-callanalysisresponseset.ts';
import { outboundCampaignrule } from './rule/outbound-campaignrule.ts';
import { outboundDigitalruleset } from './rule/outbound-digitalruleset.ts';
import { outboundRuleset } from './rule/outbound-ruleset.ts';
import { outboundSettings } from './settings/outbound-settings.ts';
import { outboundWrapupcodemappings } from './settings/outbound-wrapupcodemappings.ts';

/** The types of this area. */
export const outboundTypes: readonly ResourceDescriptor[] = [
  outboundCampaign,
  outboundMessagingcampaign,
  outboundSequence,
  outboundAttemptLimit,
  outboundContactListContact,
  outboundContactListTemplate,
  outboundContactList,
  outboundContactlistfilter,
  outboundDnclist,
  outboundFilespecificationtemplate,
  outboundCallabletimeset,
  outboundCallanalysisresponseset,
  outboundCampaignrule,
  outboundDigitalruleset,
  outboundRuleset,
  outboundSettings,
  outboundWrapupcodemappings,
];
