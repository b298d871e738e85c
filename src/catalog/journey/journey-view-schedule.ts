import type { WriteRules } from '../../core/resource/index.ts';
import { describeType, objectReferences, permissionsOf } from '../describe/index.ts';

const path = '/api/v2/journey/views/{parentId}/schedules';
const only: WriteRules['only'] = ['frequency'];

/** How often a journey view is counted again. A view has one schedule or none. */
export const journeyViewSchedule = describeType({
  type: 'journey_view_schedule',
  area: 'journey',
  noun: 'schedule of a journey view',
  level: 'B',
  shape: { kind: 'child', parentType: 'journey_views', parentField: 'view' },
  key: ['view'],
  fields: ['view', 'frequency'],
  createOnly: ['view'],
  required: ['view', 'frequency'],
  references: objectReferences({ view: 'journey_views' }),
  api: {
    list: { path, paging: 'none', pageSize: 1, items: '', whole: true, idField: 'id' },
    get: { path },
    create: { method: 'POST', path, only },
    update: { method: 'PUT', path, only },
    delete: { path },
    capability: { kind: 'crud' },
  },
  permissions: permissionsOf('journey:viewsSchedule'),
  audit: { service: 'JourneyAnalytics', entityType: 'JourneyViewSchedule' },
  reversibility: { create: 'exact', update: 'exact', delete: 'exact' },
});
