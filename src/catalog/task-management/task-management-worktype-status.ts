import { crudApi, describeType, objectReferences, permissionsOf } from '../describe/index.ts';
import { statusesPath, transitionFields, transitionTargets } from './status-facts.ts';

const asIds = {
  destinationStatuses: 'destinationStatusIds',
  defaultDestinationStatus: 'defaultDestinationStatusId',
} as const;

/** What state work items of a type can be in, and which states may follow. */
export const taskManagementWorktypeStatus = describeType({
  type: 'task_management_worktype_status',
  area: 'task-management',
  noun: 'status of a work type',
  level: 'B',
  shape: { kind: 'child', parentType: 'task_management_worktype', parentField: 'worktype' },
  key: ['worktype', 'name'],
  fields: ['worktype', 'name', 'category', 'description', 'autoTerminateWorkitem', ...transitionFields],
  createOnly: ['worktype', 'category'],
  required: ['worktype', 'name', 'category'],
  lists: { destinationStatuses: { kind: 'set' } },
  references: objectReferences({ worktype: 'task_management_worktype', ...transitionTargets }),
  api: crudApi({
    path: statusesPath,
    pageSize: 500,
    list: { paging: 'none' },
    create: { asIds },
    update: {
      method: 'PATCH',
      only: ['name', 'description', 'statusTransitionDelaySeconds', 'statusTransitionTime', 'autoTerminateWorkitem'],
      asIds,
    },
  }),
  permissions: permissionsOf('workitems:status'),
  audit: { service: 'TaskManagement', entityType: 'WorkitemStatus' },
  effect: 'in-progress',
});
