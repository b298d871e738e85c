import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { isoDate } from '../kernel/clock.ts';
import { journeyFilter } from './journey-filters.ts';

const described = describedType('journey_action_map', {
  label: 'action map',
  audit: { service: 'PredictiveEngagement' },
  holds: { journey_segment: 409, journey_outcome: 409, journey_action_template: 409 },
  defaults: () => ({
    isActive: true,
    triggerWithSegments: [],
    triggerWithEventConditions: [],
    triggerWithOutcomeProbabilityConditions: [],
    triggerWithOutcomePercentileConditions: [],
    triggerWithOutcomeQuantileConditions: [],
    pageUrlConditions: [],
    activation: { type: 'immediate' },
    weight: 2,
    ignoreFrequencyCap: false,
  }),
  hooks: {
    accept: (context, body, before) => (before === undefined ? { startDate: isoDate(context.now), ...body } : body),
  },
});

/** Action maps: what is offered to whom and when. */
export const actionMapType: EntityType = {
  ...described,
  ...(described.list && { list: { ...described.list, filter: journeyFilter('actionMapIds') } }),
};
