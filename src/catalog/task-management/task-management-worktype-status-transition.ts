import { describeType, objectReferences } from '../describe/index.ts';
import { transitionFields, transitionTargets } from './status-facts.ts';

const where = 'it is a part of the status: use task_management_worktype_status and its field destinationStatuses';

/** Which statuses may follow a status, seen alone. Documents say it in the status itself. */
export const taskManagementWorktypeStatusTransition = describeType({
  type: 'task_management_worktype_status_transition',
  area: 'task-management',
  noun: 'transitions of a status',
  level: 'C',
  shape: { kind: 'facet', parentType: 'task_management_worktype_status', parentField: 'status' },
  key: ['status'],
  fields: ['status', ...transitionFields],
  lists: { destinationStatuses: { kind: 'set' } },
  references: objectReferences({ status: 'task_management_worktype_status', ...transitionTargets }),
  defaultMode: 'reference',
  api: {
    list: {
      path: '/api/v2/taskmanagement/worktypes/{parentId2}/statuses/{parentId}',
      paging: 'none',
      pageSize: 1,
      items: '',
      whole: true,
      idField: 'id',
    },
    capability: { kind: 'crud' },
  },
  permissions: { view: ['workitems:status:view'], add: [], edit: [], delete: [] },
  audit: { service: 'TaskManagement', entityType: 'WorkitemStatus' },
  effect: 'in-progress',
  limits: { create: where, update: where, delete: where },
});
