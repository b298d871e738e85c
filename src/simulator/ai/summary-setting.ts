import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';

const described = describedType('ai_studio_summary_setting', {
  label: 'summary setting',
  audit: { service: 'AIStudio', entityType: 'SummarySetting' },
  uniqueName: { status: 409, code: 'general.conflict' },
  defaults: () => ({
    summaryType: 'Concise',
    format: 'TextBlock',
    maskPII: { all: false },
    participantLabels: { internal: 'Advisor', external: 'Customer' },
    predefinedInsights: [],
    customEntities: [],
    settingType: 'Basic',
    interactionType: 'Live',
    serviceType: 'Native',
  }),
});

/** Settings by which conversations are summarised. */
export const summarySettingType: EntityType = {
  ...described,
  ...(described.list && {
    list: {
      ...described.list,
      filter: (query) => {
        const language = query.get('language');
        return language === null ? undefined : (setting) => setting['language'] === language;
      },
    },
  }),
};
