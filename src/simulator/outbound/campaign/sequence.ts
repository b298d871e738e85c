import type { Context } from '../../context.ts';
import { stringsAt } from '../../kernel/paths.ts';
import { textOf, type Entity } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { outboundType } from '../outbound-type.ts';
import { campaignType } from './campaign.ts';
import { isRunning, turn } from './running.ts';

/** Campaigns that run one after the other. Turned on it turns its first campaign on, turned off the one that is on. */
export const sequenceType = outboundType('outbound_sequence', {
  label: 'campaign sequence',
  defaults: () => ({ repeat: false, currentCampaign: 0 }),
  holds: { outbound_campaign: 400 },
  hooks: {
    accept: (_context, body, before) => {
      const wanted = textOf(body, 'status');
      if (!before && wanted === 'on') throw badRequest('A sequence is created off.', 'invalid.value');
      const status = textOf(before ?? {}, 'status') || 'off';
      return { ...body, status: wanted === 'on' || wanted === 'off' ? wanted : status };
    },
    checkDelete: (_context, sequence) => {
      if (sequence['status'] !== 'on') return;
      throw badRequest('A sequence that is on cannot be deleted; turn it off first.', 'sequence.is.running');
    },
    stored: followStatus,
  },
});

function followStatus(context: Context, after: Entity | undefined, before: Entity | undefined): void {
  const was = textOf(before ?? {}, 'status');
  if (!after || after['status'] === was) return;
  const campaigns = stringsAt(after, 'campaigns[].id').flatMap((id) => {
    const campaign = context.organisation.collection(campaignType.name).current(id);
    return campaign ?? [];
  });
  if (after['status'] === 'on') {
    const [first] = campaigns;
    if (first && !isRunning(first)) turn(context, campaignType, first, 'on');
  } else if (was === 'on') {
    for (const campaign of campaigns.filter(isRunning)) turn(context, campaignType, campaign, 'off');
  }
}
