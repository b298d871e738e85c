import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Ai. */
export const aiFeature: Feature = {
  name: 'ai',
  types: [
    describedType('ai_studio_summary_setting', {
      label: 'summary setting',
      audit: { service: 'AIStudio', entityType: 'SummarySetting' },
    }),
    describedType('guide', { label: 'guide', audit: { service: 'AIStudio', entityType: 'Guide' } }),
  ],
};
