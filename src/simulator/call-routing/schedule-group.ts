import type { EntityType } from '../entity/entity-type.ts';
import { stringsAt } from '../kernel/paths.ts';
import { queryList } from '../wire/query.ts';
import { architectObject, callRoutingPermissions } from './architect-object.ts';

const permissions = callRoutingPermissions('scheduleGroup');
const schedulePaths = ['openSchedules[].id', 'closedSchedules[].id', 'holidaySchedules[].id'];

/** Schedule groups; a schedule that is in one cannot be deleted (409). */
export const scheduleGroupType: EntityType = {
  ...architectObject,
  name: 'architect_schedulegroups',
  label: 'schedule group',
  path: '/api/v2/architect/schedulegroups',
  idParameter: 'scheduleGroupId',
  list: {
    permissions: permissions.view,
    maxPageSize: 100,
    name: 'wildcard',
    byDivision: true,
    filter: (query) => {
      const ids = new Set(queryList(query, 'scheduleIds'));
      if (ids.size === 0) return undefined;
      return (group) => schedulePaths.some((path) => stringsAt(group, path).some((id) => ids.has(id)));
    },
  },
  get: { permissions: permissions.view },
  create: { permissions: permissions.add, model: 'ScheduleGroup' },
  update: { method: 'PUT', permissions: permissions.edit, model: 'ScheduleGroup' },
  delete: { permissions: permissions.delete },
  softDelete: 'readable',
  references: [
    { path: 'division.id', type: 'auth_division', blocksDelete: 400 },
    ...schedulePaths.map((path) => ({ path, type: 'architect_schedules', blocksDelete: 409 }) as const),
  ],
  defaults: () => ({ openSchedules: [], closedSchedules: [], holidaySchedules: [] }),
  audit: { service: 'Architect', entityType: 'ScheduleGroup' },
};
