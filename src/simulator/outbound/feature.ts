import { describedType } from '../described/described-type.ts';
import { singleRoutes } from '../described/single-type.ts';
import type { Feature } from '../feature.ts';

/** Outbound. */
export const outboundFeature: Feature = {
  name: 'outbound',
  types: [
    describedType('outbound_attempt_limit', { label: 'attempt limit', audit: { service: 'Outbound' } }),
    describedType('outbound_callabletimeset', { label: 'callabletimeset', audit: { service: 'Outbound' } }),
    describedType('outbound_callanalysisresponseset', {
      label: 'callanalysisresponseset',
      audit: { service: 'Outbound' },
    }),
    describedType('outbound_campaign', { label: 'campaign', audit: { service: 'Outbound' } }),
    describedType('outbound_campaignrule', { label: 'campaignrule', audit: { service: 'Outbound' } }),
    describedType('outbound_contact_list', { label: 'contact list', audit: { service: 'Outbound' } }),
    describedType('outbound_contact_list_contact', { label: 'contact list contact', audit: { service: 'Outbound' } }),
    describedType('outbound_contact_list_template', { label: 'contact list template', audit: { service: 'Outbound' } }),
    describedType('outbound_contactlistfilter', { label: 'contactlistfilter', audit: { service: 'Outbound' } }),
    describedType('outbound_digitalruleset', { label: 'digitalruleset', audit: { service: 'Outbound' } }),
    describedType('outbound_dnclist', { label: 'dnclist', audit: { service: 'Outbound' } }),
    describedType('outbound_filespecificationtemplate', {
      label: 'filespecificationtemplate',
      audit: { service: 'Outbound' },
    }),
    describedType('outbound_messagingcampaign', { label: 'messagingcampaign', audit: { service: 'Outbound' } }),
    describedType('outbound_ruleset', { label: 'ruleset', audit: { service: 'Outbound' } }),
    describedType('outbound_sequence', { label: 'sequence', audit: { service: 'Outbound' } }),
  ],
  routes: [
    ...singleRoutes({
      name: 'outbound_settings',
      audit: { service: 'Outbound', entityType: 'OrganizationSettings' },
      defaults: () => ({}),
    }),
    ...singleRoutes({
      name: 'outbound_wrapupcodemappings',
      audit: { service: 'Outbound', entityType: 'WrapUpCodeMapping' },
      defaults: () => ({}),
    }),
  ],
};
