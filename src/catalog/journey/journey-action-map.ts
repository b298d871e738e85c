import { crudApi, describeType, idReferences, objectReferences, permissionsOf } from '../describe/index.ts';

const outcomeConditions = ['Probability', 'Percentile', 'Quantile'].map(
  (kind) => `triggerWithOutcome${kind}Conditions`,
);

/** Which visitors of a site are offered what, and when. */
export const journeyActionMap = describeType({
  type: 'journey_action_map',
  area: 'journey',
  noun: 'action map',
  level: 'B',
  key: ['displayName'],
  keyRule: { unique: false },
  fields: [
    'displayName',
    'isActive',
    'triggerWithSegments',
    'triggerWithEventConditions',
    ...outcomeConditions,
    'pageUrlConditions',
    'activation',
    'weight',
    'action',
    'actionMapScheduleGroups',
    'ignoreFrequencyCap',
    'startDate',
    'endDate',
  ],
  lists: {
    triggerWithSegments: { kind: 'set' },
    'triggerWithEventConditions[].values': { kind: 'set' },
    'pageUrlConditions[].values': { kind: 'set' },
    'action.architectFlowFields.flowRequestMappings': { kind: 'keyed', by: 'name' },
  },
  references: [
    ...idReferences({
      'triggerWithSegments[]': 'journey_segment',
      ...Object.fromEntries(outcomeConditions.map((field) => [`${field}[].outcomeId`, 'journey_outcome'])),
    }),
    ...objectReferences({
      'action.actionTemplate': 'journey_action_template',
      'action.architectFlowFields.architectFlow': 'flow',
      'action.webMessagingOfferFields.architectFlow': 'flow',
      'actionMapScheduleGroups.actionMapScheduleGroup': 'architect_schedulegroups',
      'actionMapScheduleGroups.emergencyActionMapScheduleGroup': 'architect_schedulegroups',
    }),
  ],
  versioned: true,
  api: crudApi({ path: '/api/v2/journey/actionmaps', pageSize: 200, update: { method: 'PATCH' } }),
  permissions: permissionsOf('journey:actionmap'),
  audit: { service: 'PredictiveEngagement', entityType: 'ActionMap' },
  effect: 'new-only',
  knownLimits: ['Open actions, and the targets of older chat offers, are named by ids of one organisation.'],
});
