import { crudApi, describeType, inDivision, permissionsOf } from '../describe/index.ts';
import { queryList } from './query-list.ts';

const path = '/api/v2/taskmanagement/workbins';

/** Where work items lie until someone takes them. */
export const taskManagementWorkbin = describeType({
  type: 'task_management_workbin',
  area: 'task-management',
  noun: 'work bin',
  level: 'B',
  key: ['name'],
  fields: ['name', 'division', 'description'],
  createOnly: ['division'],
  references: inDivision,
  api: crudApi({
    path,
    pageSize: 100,
    list: queryList(path),
    create: { asIds: { division: 'divisionId' } },
    update: { method: 'PATCH', only: ['name', 'description'] },
  }),
  permissions: permissionsOf('workitems:workbin'),
  audit: { service: 'TaskManagement', entityType: 'Workbin' },
  effect: 'new-only',
});
