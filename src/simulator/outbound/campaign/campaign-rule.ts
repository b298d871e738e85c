import { badRequest } from '../../wire/platform-error.ts';
import { outboundType } from '../outbound-type.ts';

/** Rules that act on campaigns and sequences. They are made disabled and must be disabled to be deleted. */
export const campaignRuleType = outboundType('outbound_campaignrule', {
  label: 'campaign rule',
  defaults: () => ({ enabled: false, matchAnyConditions: false }),
  holds: {
    outbound_campaign: 400,
    outbound_sequence: 400,
    outbound_messagingcampaign: 400,
    responsemanagement_response: 400,
  },
  hooks: {
    check: (_context, rule, before) => {
      if (before || rule['enabled'] !== true) return;
      throw badRequest('A campaign rule is created disabled and enabled afterwards.', 'invalid.value');
    },
    checkDelete: (_context, rule) => {
      if (rule['enabled'] !== true) return;
      throw badRequest('An enabled campaign rule cannot be deleted; disable it first.', 'campaign.rule.is.enabled');
    },
  },
});
