import { crudApi, describeType, permissionsOf } from '../describe/index.ts';
import { patternLists } from './pattern-lists.ts';

const writable = [
  'displayName',
  'isActive',
  'description',
  'color',
  'shouldDisplayToAgent',
  'context',
  'journey',
  'assignmentExpirationDays',
] as const;

/** Kinds of visitors or customers, told apart by what they do. */
export const journeySegment = describeType({
  type: 'journey_segment',
  area: 'journey',
  noun: 'segment',
  level: 'B',
  key: ['displayName'],
  keyRule: { unique: false },
  fields: [...writable, 'externalSegment'],
  createOnly: ['externalSegment'],
  lists: patternLists,
  versioned: true,
  api: crudApi({
    path: '/api/v2/journey/segments',
    pageSize: 100,
    update: { method: 'PATCH', only: writable },
  }),
  permissions: permissionsOf('journey:segment'),
  audit: { service: 'PredictiveEngagement', entityType: 'Segment' },
  effect: 'new-only',
  knownLimits: ['Whether a segment is of sessions or of customers follows from its conditions.'],
});
