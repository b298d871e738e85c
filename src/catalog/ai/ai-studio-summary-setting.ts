import { crudApi, describeType, idReferences, permissionsOf } from '../describe/index.ts';

/** How conversations are summed up for agents. Which kind of interaction a setting is for follows from its prompt. */
export const aiStudioSummarySetting = describeType({
  type: 'ai_studio_summary_setting',
  area: 'ai',
  noun: 'summary setting',
  level: 'B',
  key: ['name'],
  keyRule: { unique: false },
  fields: [
    'name',
    'language',
    'summaryType',
    'format',
    'maskPII',
    'participantLabels',
    'predefinedInsights',
    'customEntities',
    'settingType',
    'prompt',
    'serviceType',
    'integrationId',
    'timeoutDuration',
  ],
  required: ['name', 'language'],
  lists: { predefinedInsights: { kind: 'set' }, customEntities: { kind: 'keyed', by: 'label' } },
  references: idReferences({ integrationId: 'integration' }),
  api: crudApi({ path: '/api/v2/conversations/summaries/settings', pageSize: 100 }),
  permissions: permissionsOf('aiStudio:summaryConfig'),
  audit: { service: 'AIStudio', entityType: 'SummarySetting' },
  effect: 'in-progress',
});
