/** The statuses of one work type. */
export const statusesPath = '/api/v2/taskmanagement/worktypes/{parentId}/statuses';

/** How a status leads to others: the fields of a status that are about transitions. */
export const transitionFields = [
  'destinationStatuses',
  'defaultDestinationStatus',
  'statusTransitionDelaySeconds',
  'statusTransitionTime',
] as const;

/** The statuses that a status leads to. */
export const transitionTargets = {
  'destinationStatuses[]': 'task_management_worktype_status',
  defaultDestinationStatus: 'task_management_worktype_status',
} as const;
