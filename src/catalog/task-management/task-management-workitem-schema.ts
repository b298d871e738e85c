import { crudApi, describeType, permissionsOf } from '../describe/index.ts';

/** The fields that an organisation gives its work items. The platform asks for the version with changes only. */
export const taskManagementWorkitemSchema = describeType({
  type: 'task_management_workitem_schema',
  area: 'task-management',
  noun: 'work item schema',
  level: 'B',
  key: ['name'],
  fields: ['name', 'enabled', 'jsonSchema'],
  freeForm: ['jsonSchema'],
  required: ['name', 'jsonSchema'],
  lists: { 'jsonSchema.required': { kind: 'set' } },
  versioned: true,
  api: crudApi({
    path: '/api/v2/taskmanagement/workitems/schemas',
    pageSize: 500,
    list: { paging: 'none', whole: false },
    goneStates: ['deleted'],
  }),
  permissions: permissionsOf('workitems:workitemSchema'),
  audit: { service: 'TaskManagement', entityType: 'Schema' },
  effect: 'new-only',
});
