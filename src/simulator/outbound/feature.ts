import type { Feature } from '../feature.ts';
import { campaignRuleType } from './campaign/campaign-rule.ts';
import { campaignRoutes, campaignType } from './campaign/campaign.ts';
import { messagingCampaignRoutes, messagingCampaignType } from './campaign/messaging-campaign.ts';
import { progressRoutes } from './campaign/progress-routes.ts';
import { endStopping, stopTimer } from './campaign/running.ts';
import { sequenceType } from './campaign/sequence.ts';
import { contactListType } from './contact-list/contact-list.ts';
import { contactRoutes } from './contact-list/contact-routes.ts';
import { contactType } from './contact-list/contact.ts';
import { exportDownloadRoute } from './contact-list/export.ts';
import { contactListRoutes } from './contact-list/list-routes.ts';
import { contactUploadRoute, endImport, importTimer } from './contact-list/upload.ts';
import { dncListType } from './dnc-list/dnc-list.ts';
import { dncEntryRoutes } from './dnc-list/entry-routes.ts';
import { plainOutboundTypes } from './plain-types.ts';
import { digitalRuleSetType } from './rule/digital-rule-set.ts';
import { ruleSetType } from './rule/rule-set.ts';
import { outboundSettingsRoutes } from './settings.ts';

/** Outbound: campaigns and what they need, contacts with import and export, do-not-contact lists, settings. */
export const outboundFeature: Feature = {
  name: 'outbound',
  types: [
    ...plainOutboundTypes,
    campaignType,
    campaignRuleType,
    contactListType,
    contactType,
    digitalRuleSetType,
    dncListType,
    messagingCampaignType,
    ruleSetType,
    sequenceType,
  ],
  routes: [
    ...campaignRoutes,
    ...messagingCampaignRoutes,
    ...progressRoutes,
    ...contactListRoutes,
    ...contactRoutes,
    ...dncEntryRoutes,
    ...outboundSettingsRoutes,
  ],
  openRoutes: [contactUploadRoute, exportDownloadRoute],
  timers: { [stopTimer]: endStopping, [importTimer]: endImport },
};
