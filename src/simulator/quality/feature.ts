import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Quality. */
export const qualityFeature: Feature = {
  name: 'quality',
  types: [
    describedType('quality_forms_evaluation', { label: 'forms evaluation', audit: { service: 'Quality' } }),
    describedType('quality_forms_survey', { label: 'forms survey', audit: { service: 'Quality' } }),
  ],
};
