import { crudApi, describeType, inDivision, objectReferences, permissionsOf } from '../describe/index.ts';
import { queryList } from './query-list.ts';

const path = '/api/v2/taskmanagement/worktypes';
const asIds = {
  defaultWorkbin: 'defaultWorkbinId',
  defaultLanguage: 'defaultLanguageId',
  defaultQueue: 'defaultQueueId',
  defaultSkills: 'defaultSkillIds',
  defaultScript: 'defaultScriptId',
  schema: 'schemaId',
} as const;
const plain = [
  'name',
  'description',
  'defaultDurationSeconds',
  'defaultExpirationSeconds',
  'defaultDueDurationSeconds',
  'defaultPriority',
  'defaultTtlSeconds',
  'assignmentEnabled',
  'serviceLevelTarget',
  'ruleSettings',
  'unassignedDivisionContactsEnabled',
] as const;

/** What kinds of work items there are. Their statuses and rules are resources of their own. */
export const taskManagementWorktype = describeType({
  type: 'task_management_worktype',
  area: 'task-management',
  noun: 'work type',
  level: 'B',
  key: ['name'],
  fields: [...plain, 'division', ...Object.keys(asIds), 'defaultStatus'],
  createOnly: ['division'],
  required: ['name', 'defaultWorkbin'],
  lists: { defaultSkills: { kind: 'set' } },
  references: [
    ...inDivision,
    ...objectReferences({
      defaultWorkbin: 'task_management_workbin',
      defaultLanguage: 'routing_language',
      defaultQueue: 'routing_queue',
      'defaultSkills[]': 'routing_skill',
      defaultScript: 'script',
      schema: 'task_management_workitem_schema',
      defaultStatus: 'task_management_worktype_status',
    }),
  ],
  api: crudApi({
    path,
    pageSize: 100,
    list: queryList(path),
    create: { asIds: { ...asIds, division: 'divisionId' }, omit: ['defaultStatus'] },
    update: { method: 'PATCH', only: plain, asIds: { ...asIds, defaultStatus: 'defaultStatusId' } },
  }),
  permissions: permissionsOf('workitems:worktype'),
  effects: [{ on: 'create', kind: 'comes-with', text: 'The platform makes a first status with it.' }],
  audit: { service: 'TaskManagement', entityType: 'Worktype' },
  effect: 'new-only',
  knownLimits: [
    'The platform gives a new work type statuses of its own; those that are not wanted have to be deleted.',
    'The version of a schema is not chosen: the work type gets the one that is current.',
  ],
});
