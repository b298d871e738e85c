import type { JsonObject } from '../../../kernel/values.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** Campaigns by voice and message, sequences of them, rules that act on them, and what wrap-up codes mean to all. */
export const campaignArea: Area = {
  shares: {
    outbound_campaign: { part: 0.006, least: 2, most: 500 },
    outbound_messagingcampaign: { part: 0.003, least: 2, most: 200 },
    outbound_sequence: { part: 0.001, least: 1, most: 60 },
    outbound_campaignrule: { part: 0.001, least: 1, most: 80 },
  },
  build: (draft) => {
    times(draft.count('outbound_campaign'), () => addCampaign(draft));
    times(draft.count('outbound_messagingcampaign'), (index) => addMessagingCampaign(draft, index));
    times(draft.count('outbound_sequence'), () => addSequence(draft));
    times(draft.count('outbound_campaignrule'), () => addRule(draft));
    putSettings(draft);
  },
};

function shared({ division, random, ref, refs }: Draft): JsonObject {
  return {
    division: division(),
    contactList: ref('outbound_contact_list'),
    dncLists: refs('outbound_dnclist', random.below(3)),
    contactListFilters: refs('outbound_contactlistfilter', random.below(2)),
    ...(random.chance(0.5) ? { callableTimeSet: ref('outbound_callabletimeset') } : {}),
    contactSorts: [{ fieldName: 'Größe', direction: random.of(['ASC', 'DESC']), numeric: true }],
  };
}

function addCampaign(draft: Draft): void {
  const { add, names, random, ref, refs } = draft;
  const modes = [
    { dialingMode: 'preview', previewTimeOutSeconds: 30 + random.below(60), skipPreviewDisabled: true },
    { dialingMode: 'progressive', site: ref('telephony_providers_edges_site') },
    { dialingMode: 'power', edgeGroup: ref('telephony_providers_edges_edge_group') },
  ];
  add('outbound_campaign', {
    name: names.thing('outbound_campaign'),
    ...shared(draft),
    ...random.of(modes),
    queue: ref('routing_queue'),
    script: ref('script'),
    ruleSets: refs('outbound_ruleset', random.below(3)),
    callAnalysisResponseSet: ref('outbound_callanalysisresponseset'),
    phoneColumns: [{ columnName: 'Cell', type: 'cell' }],
    callerName: names.thing('caller'),
    callerAddress: `+4930${5_000_000 + random.below(1000)}`,
    priority: 1 + random.below(5),
  });
}

const senders = { emailConfig: 'CampaignEmailTemplate', smsConfig: 'CampaignSmsTemplate' } as const;

function addMessagingCampaign(draft: Draft, index: number): void {
  const { add, made, names, random, refs } = draft;
  const channel = index % 2 === 0 ? 'smsConfig' : 'emailConfig';
  const templates = made('responsemanagement_response').filter(
    (response) => response['responseType'] === senders[channel],
  );
  const contentTemplate = { id: random.of(templates).id };
  const [route] = random.some(made('routing_email_route'), 1);
  const domain = { id: String(route?.['$domainName']) };
  const configurations = {
    smsConfig: { messageColumn: 'Name', phoneColumn: 'Cell', senderSmsPhoneNumber: { phoneNumber: '+4930123456' } },
    emailConfig: {
      emailColumns: ['メール'],
      fromAddress: { domain, localPart: 'news', friendlyName: names.thing('sender') },
      replyToAddress: { domain, route: { id: route?.id } },
    },
  };
  add('outbound_messagingcampaign', {
    name: names.thing('outbound_messagingcampaign'),
    ...shared(draft),
    messagesPerMinute: 1 + random.below(60),
    ruleSets: refs('outbound_digitalruleset', random.below(2)),
    [channel]: { ...configurations[channel], contentTemplate },
  });
}

function addSequence({ add, names, random, refs }: Draft): void {
  add('outbound_sequence', {
    name: names.thing('outbound_sequence'),
    campaigns: refs('outbound_campaign', 1 + random.below(4)),
    status: 'off',
    repeat: random.chance(0.3),
  });
}

function addRule({ add, names, ref }: Draft): void {
  add('outbound_campaignrule', {
    name: names.thing('outbound_campaignrule'),
    matchAnyConditions: false,
    campaignRuleEntities: { campaigns: [ref('outbound_campaign')], sequences: [] },
    campaignRuleConditions: [
      { conditionType: 'campaignProgress', parameters: { operator: 'greaterThan', value: '0.5' } },
    ],
    campaignRuleActions: [
      {
        actionType: 'setCampaignPriority',
        parameters: { priority: '2' },
        campaignRuleActionEntities: { campaigns: [ref('outbound_campaign')], useTriggeringEntity: false },
      },
    ],
  });
}

const meanings = ['RIGHT_PARTY_CONTACT', 'BUSINESS_SUCCESS', 'BUSINESS_FAILURE', 'CONTACT_UNCALLABLE'];

/** Of each organisation there is one: its meanings of some wrap-up codes, and its settings. */
function putSettings({ organisation, random, refs }: Draft): void {
  const codes = refs('routing_wrapupcode', 12).map(({ id }) => [id, random.some(meanings, 2)] as const);
  const one = { id: 'organisation', version: 2 };
  organisation.collection('outbound_wrapupcodemappings').put({
    ...one,
    name: 'Wrap-up code mapping',
    defaultSet: ['RIGHT_PARTY_CONTACT'],
    mapping: Object.fromEntries(codes),
  });
  organisation.collection('outbound_settings').put({
    ...one,
    name: 'Outbound settings',
    maxCallsPerAgent: 10,
    maxConfigurableCallsPerAgent: 15,
    maxLineUtilization: 0.8,
    abandonSeconds: 2.5,
    complianceAbandonRateDenominator: 'CALLS_THAT_REACHED_QUEUE',
    automaticTimeZoneMapping: { callableWindows: [], supportedCountries: ['US'] },
    rescheduleTimeZoneSkippedContacts: true,
  });
}
