import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Journey. */
export const journeyFeature: Feature = {
  name: 'journey',
  types: [
    describedType('journey_action_map', { label: 'action map', audit: { service: 'Journey' } }),
    describedType('journey_action_template', { label: 'action template', audit: { service: 'Journey' } }),
    describedType('journey_outcome', { label: 'outcome', audit: { service: 'Journey' } }),
    describedType('journey_outcome_predictor', { label: 'outcome predictor', audit: { service: 'Journey' } }),
    describedType('journey_segment', { label: 'segment', audit: { service: 'Journey' } }),
    describedType('journey_views', { label: 'views', audit: { service: 'Journey' } }),
  ],
};
