import { crudApi, describeType, objectReferences, permissionsOf } from '../../describe/index.ts';

const actionEntities = 'campaignRuleActions[].campaignRuleActionEntities';
const parameters = [
  'campaignRuleActions[].parameters',
  'campaignRuleConditions[].parameters',
  'conditionGroups[].conditions[].parameters',
];

/** Rules that start, stop and change campaigns by themselves. */
export const outboundCampaignrule = describeType({
  type: 'outbound_campaignrule',
  area: 'outbound',
  noun: 'campaign rule',
  level: 'B',
  key: ['name'],
  fields: [
    'name',
    'enabled',
    'campaignRuleEntities',
    'campaignRuleConditions',
    'campaignRuleActions',
    'matchAnyConditions',
    'campaignRuleProcessing',
    'conditionGroups',
    'executionSettings',
    'timeZoneId',
  ],
  readOnly: ['campaignRuleConditions[].id', 'campaignRuleActions[].id', 'conditionGroups[].conditions[].id'],
  required: ['name', 'campaignRuleEntities', 'campaignRuleConditions', 'campaignRuleActions'],
  lists: {
    'campaignRuleEntities.campaigns': { kind: 'set' },
    'campaignRuleEntities.sequences': { kind: 'set' },
    'campaignRuleEntities.smsCampaigns': { kind: 'set' },
    'campaignRuleEntities.emailCampaigns': { kind: 'set' },
    [`${actionEntities}.campaigns`]: { kind: 'set' },
    [`${actionEntities}.sequences`]: { kind: 'set' },
    [`${actionEntities}.smsCampaigns`]: { kind: 'set' },
    [`${actionEntities}.emailCampaigns`]: { kind: 'set' },
  },
  references: [
    ...['campaignRuleEntities', actionEntities].flatMap((entities) =>
      objectReferences({
        [`${entities}.campaigns[]`]: 'outbound_campaign',
        [`${entities}.sequences[]`]: 'outbound_sequence',
        [`${entities}.smsCampaigns[]`]: 'outbound_messagingcampaign',
        [`${entities}.emailCampaigns[]`]: 'outbound_messagingcampaign',
      }),
    ),
    ...parameters.flatMap((place) =>
      objectReferences({
        [`${place}.queue`]: 'routing_queue',
        [`${place}.smsContentTemplate`]: 'responsemanagement_response',
        [`${place}.emailContentTemplate`]: 'responsemanagement_response',
      }),
    ),
  ],
  versioned: true,
  api: crudApi({ path: '/api/v2/outbound/campaignrules', pageSize: 100, update: { omit: ['warnings'] } }),
  permissions: permissionsOf('outbound:campaignRule'),
  audit: { service: 'Outbound', entityType: 'CampaignRule' },
  effect: 'new-only',
});
