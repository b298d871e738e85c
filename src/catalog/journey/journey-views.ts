import { crudApi, describeType, permissionsOf } from '../describe/index.ts';

const path = '/api/v2/journey/views';

/** Diagrams of the ways that customers take. Each change is a new version of the view. */
export const journeyViews = describeType({
  type: 'journey_views',
  area: 'journey',
  noun: 'journey view',
  level: 'B',
  key: ['name'],
  keyRule: { unique: false },
  fields: ['name', 'description', 'interval', 'duration', 'elements', 'charts'],
  readOnly: ['charts[].id', 'charts[].version', 'charts[].selfUri'],
  required: ['name', 'elements'],
  lists: {
    elements: { kind: 'keyed', by: 'id' },
    'elements[].filter.predicates[].values': { kind: 'set' },
    'elements[].followedBy': { kind: 'keyed', by: 'id' },
    'elements[].followedBy[].joinAttributes': { kind: 'set' },
    'charts[].metrics': { kind: 'keyed', by: 'id' },
  },
  versioned: true,
  api: {
    ...crudApi({ path, pageSize: 100, update: { path: `${path}/{id}/versions/{version}` } }),
    version: { path: `${path}/{id}`, field: 'version' },
  },
  permissions: permissionsOf('journey:views'),
  audit: { service: 'JourneyAnalytics', entityType: 'JourneyView' },
  knownLimits: [
    'Elements keep the ids that their author gave them; filters may name objects by ids of one organisation.',
  ],
});
