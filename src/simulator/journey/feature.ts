import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Journey. */
export const journeyFeature: Feature = {
  name: 'journey',
  types: [
    describedType('journey_action_map', {
      label: 'action map',
      audit: { service: 'PredictiveEngagement', entityType: 'ActionMap' },
    }),
    describedType('journey_action_template', {
      label: 'action template',
      audit: { service: 'PredictiveEngagement', entityType: 'ActionTemplate' },
    }),
    describedType('journey_outcome', {
      label: 'outcome',
      audit: { service: 'PredictiveEngagement', entityType: 'Outcome' },
    }),
    describedType('journey_outcome_predictor', {
      label: 'outcome predictor',
      audit: { service: 'PredictiveEngagement', entityType: 'OutcomePredictor' },
    }),
    describedType('journey_segment', {
      label: 'segment',
      audit: { service: 'PredictiveEngagement', entityType: 'Segment' },
    }),
    describedType('journey_views', {
      label: 'views',
      audit: { service: 'JourneyAnalytics', entityType: 'JourneyView' },
    }),
  ],
};
