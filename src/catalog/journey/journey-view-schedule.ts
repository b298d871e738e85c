import { describeType, objectReferences } from '../describe/index.ts';

const path = '/api/v2/journey/views/{parentId}/schedules';

/** How often a journey view is counted again. A view has one schedule or none. */
export const journeyViewSchedule = describeType({
  type: 'journey_view_schedule',
  area: 'journey',
  noun: 'schedule of a journey view',
  level: 'B',
  shape: { kind: 'facet', parentType: 'journey_views', parentField: 'view' },
  key: ['view'],
  fields: ['view', 'frequency'],
  references: objectReferences({ view: 'journey_views' }),
  api: {
    list: { path, paging: 'none', pageSize: 1, items: '', whole: true, idField: 'id' },
    update: { method: 'PUT', path, only: ['frequency'] },
    capability: { kind: 'crud' },
  },
  permissions: {
    view: ['journey:viewsSchedule:view'],
    add: [],
    edit: ['journey:viewsSchedule:edit'],
    delete: [],
  },
  audit: { service: 'JourneyAnalytics', entityType: 'JourneyViewSchedule' },
  reversibility: { create: 'irreversible', update: 'exact', delete: 'irreversible' },
  limits: {
    create: 'a view has a schedule once somebody sets one in Journey Management; from then on it can be changed',
    delete: 'a view without a schedule is one whose schedule somebody took away in Journey Management',
  },
});
