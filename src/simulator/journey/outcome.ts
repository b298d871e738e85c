import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { refId } from '../kernel/values.ts';
import { conflict } from '../wire/platform-error.ts';
import { journeyFilter } from './journey-filters.ts';

const audit = { service: 'PredictiveEngagement' };

const described = describedType('journey_outcome', {
  label: 'outcome',
  audit,
  defaults: () => ({ isActive: true, isPositive: true, context: { patterns: [] }, journey: { patterns: [] } }),
});

/** Outcomes of journeys. */
export const outcomeType: EntityType = {
  ...described,
  ...(described.list && { list: { ...described.list, filter: journeyFilter('outcomeIds') } }),
};

/** Predictors: one for each outcome, which stays as long as it has one. */
export const predictorType = describedType('journey_outcome_predictor', {
  label: 'outcome predictor',
  audit: { ...audit, entityType: 'OutcomePredictor' },
  holds: { journey_outcome: 409 },
  hooks: {
    check: ({ organisation }, entity) => {
      const wanted = refId(entity['outcome']);
      const others = organisation.collection('journey_outcome_predictor').currentAll();
      if (others.some((other) => other.id !== entity.id && refId(other['outcome']) === wanted))
        throw conflict(`The outcome with id ${String(wanted)} already has a predictor.`);
    },
  },
});
