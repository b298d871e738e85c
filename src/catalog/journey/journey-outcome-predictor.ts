import { crudApi, describeType, objectReferences } from '../describe/index.ts';

/** That the platform learns to foretell an outcome. A predictor has no name: its outcome names it. */
export const journeyOutcomePredictor = describeType({
  type: 'journey_outcome_predictor',
  area: 'journey',
  noun: 'predictor of an outcome',
  level: 'B',
  key: ['outcome'],
  fields: ['outcome'],
  createOnly: ['outcome'],
  references: objectReferences({ outcome: 'journey_outcome' }),
  api: crudApi({
    path: '/api/v2/journey/outcomes/predictors',
    pageSize: 500,
    list: { paging: 'none' },
    update: 'none',
  }),
  permissions: {
    view: ['journey:outcomepredictor:view'],
    add: ['journey:outcomepredictor:add'],
    edit: [],
    delete: ['journey:outcomepredictor:delete'],
  },
  audit: { service: 'PredictiveEngagement', entityType: 'OutcomePredictor' },
  effect: 'new-only',
  limits: { update: 'a predictor says nothing but which outcome it is for: delete it and make another' },
});
