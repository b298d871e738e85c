import { crudApi, describeType, permissionsOf } from '../describe/index.ts';
import { patternLists } from './pattern-lists.ts';

const writable = [
  'displayName',
  'isActive',
  'description',
  'isPositive',
  'context',
  'journey',
  'associatedValueField',
] as const;

/** Goals that visitors reach, such as a finished order. */
export const journeyOutcome = describeType({
  type: 'journey_outcome',
  area: 'journey',
  noun: 'outcome',
  level: 'B',
  key: ['displayName'],
  keyRule: { unique: false },
  fields: writable,
  lists: patternLists,
  versioned: true,
  api: crudApi({
    path: '/api/v2/journey/outcomes',
    pageSize: 100,
    update: { method: 'PATCH', only: writable },
  }),
  permissions: permissionsOf('journey:outcome'),
  audit: { service: 'PredictiveEngagement', entityType: 'Outcome' },
  effect: 'new-only',
});
