import { crudApi, describeType, objectReferences, permissionsOf } from '../describe/index.ts';
import { queryList } from './query-list.ts';

const path = '/api/v2/taskmanagement/workitems';
const asIds = {
  language: 'languageId',
  utilizationLabel: 'utilizationLabelId',
  status: 'statusId',
  workbin: 'workbinId',
  assignee: 'assigneeId',
  externalContact: 'externalContactId',
  queue: 'queueId',
  skills: 'skillIds',
  preferredAgents: 'preferredAgentIds',
  script: 'scriptId',
} as const;
const plain = [
  'name',
  'description',
  'priority',
  'dateDue',
  'dateExpires',
  'durationSeconds',
  'ttl',
  'externalTag',
  'autoStatusTransition',
  'customFields',
] as const;

/** Single pieces of work: daily business rather than configuration, so they are only resolved. */
export const taskManagementWorkitem = describeType({
  type: 'task_management_workitem',
  area: 'task-management',
  noun: 'work item',
  level: 'B',
  key: ['name'],
  keyRule: { compare: 'exact', unique: false },
  fields: [...plain, 'type', ...Object.keys(asIds)],
  createOnly: ['type'],
  freeForm: ['customFields'],
  required: ['name', 'type'],
  lists: { skills: { kind: 'set' }, preferredAgents: { kind: 'set' } },
  references: objectReferences({
    type: 'task_management_worktype',
    language: 'routing_language',
    utilizationLabel: 'routing_utilization_label',
    status: 'task_management_worktype_status',
    workbin: 'task_management_workbin',
    assignee: 'user',
    externalContact: 'externalcontacts_contact',
    queue: 'routing_queue',
    'skills[]': 'routing_skill',
    'preferredAgents[]': 'user',
    script: 'script',
  }),
  defaultMode: 'reference',
  api: crudApi({
    path,
    pageSize: 100,
    list: queryList(path),
    create: { asIds: { ...asIds, type: 'typeId' } },
    update: { method: 'PATCH', only: plain, asIds },
  }),
  permissions: permissionsOf('workitems:workitem'),
  audit: { service: 'TaskManagement', entityType: 'Workitem' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  effect: 'in-progress',
  knownLimits: ['Agents with scores, who holds the item now and when it was closed are left as they are.'],
});
