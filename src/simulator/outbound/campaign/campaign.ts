import type { Route } from '../../feature.ts';
import { stringsAt } from '../../kernel/paths.ts';
import { isObject, refId, textOf, type Entity } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { outboundType, refersTo } from '../outbound-type.ts';
import { acceptStatus, checkFixed, checkStopped, endLater, runRoutes } from './running.ts';

const fixedWhileRunning = ['contactList', 'queue', 'dialingMode', 'phoneColumns', 'site', 'edgeGroup', 'division'];

/** Voice campaigns. They are made off, need everything that their dialling mode uses to be turned on, and make no calls. */
export const campaignType = outboundType('outbound_campaign', {
  label: 'campaign',
  defaults: () => ({ campaignStatus: 'off', alwaysRunning: false, skipPreviewDisabled: false, priority: 5 }),
  holds: {
    outbound_contact_list: 400,
    outbound_dnclist: 400,
    outbound_callanalysisresponseset: 400,
    outbound_contactlistfilter: 400,
    outbound_ruleset: 400,
    outbound_callabletimeset: 400,
    telephony_providers_edges_site: 409,
    telephony_providers_edges_edge_group: 409,
  },
  filter: refersTo({
    contactListId: (campaign) => stringsAt(campaign, 'contactList.id'),
    dncListIds: (campaign) => stringsAt(campaign, 'dncLists[].id'),
    distributionQueueId: (campaign) => stringsAt(campaign, 'queue.id'),
    edgeGroupId: (campaign) => stringsAt(campaign, 'edgeGroup.id'),
    callAnalysisResponseSetId: (campaign) => stringsAt(campaign, 'callAnalysisResponseSet.id'),
  }),
  hooks: {
    accept: (_context, body, before) => acceptStatus(body, before),
    check: (_context, campaign, before) => {
      checkFixed(campaign, before, fixedWhileRunning);
      if (campaign['campaignStatus'] === 'on' && before?.['campaignStatus'] !== 'on') checkComplete(campaign);
    },
    checkDelete: checkStopped,
    stored: (context, after, before) => endLater(context, 'outbound_campaign', after, before),
  },
});

/** Turning voice campaigns on and off. */
export const campaignRoutes: readonly Route[] = runRoutes(
  campaignType,
  'postOutboundCampaignStart',
  'postOutboundCampaignStop',
);

/** Agentless campaigns need no queue and no script; preview campaigns need nothing that dials by itself. */
function checkComplete(campaign: Entity): void {
  const mode = textOf(campaign, 'dialingMode');
  const wanted = [
    ...(mode === 'agentless' ? [] : ['queue', 'script']),
    ...(mode === 'preview' ? [] : ['callAnalysisResponseSet']),
  ];
  const missing = wanted.find((name) => refId(campaign[name]) === undefined);
  if (missing !== undefined) throw incomplete(missing);
  if (mode !== 'preview' && !isObject(campaign['site']) && !isObject(campaign['edgeGroup'])) throw incomplete('site');
}

function incomplete(name: string): Error {
  const details = [{ errorCode: 'missing.required.value', fieldName: name }];
  return badRequest(`The campaign cannot be turned on without ${name}.`, 'campaign.is.incomplete', { details });
}
