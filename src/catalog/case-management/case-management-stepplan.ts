import { crudApi, describeType, objectReferences } from '../describe/index.ts';
import { caseplansPath } from './caseplan-path.ts';

const plan = `${caseplansPath}/{parentId2}`;
const steps = 'stageplans/{parentId}/stepplans';

/** What is done in a stage of a case plan. The platform makes the steps with the plan. */
export const caseManagementStepplan = describeType({
  type: 'case_management_stepplan',
  area: 'case-management',
  noun: 'step of a case plan',
  level: 'B',
  shape: { kind: 'child', parentType: 'case_management_stageplan', parentField: 'stageplan' },
  key: ['stageplan', 'name'],
  fields: ['stageplan', 'name', 'description', 'activityType', 'workitemSettings'],
  createOnly: ['stageplan'],
  references: objectReferences({
    stageplan: 'case_management_stageplan',
    'workitemSettings.worktype': 'task_management_worktype',
  }),
  api: {
    ...crudApi({
      path: `${plan}/versions/{version}/${steps}`,
      pageSize: 200,
      list: { paging: 'cursor' },
      create: 'none',
      update: {
        method: 'PATCH',
        path: `${plan}/${steps}/{id}`,
        only: ['name', 'description', 'activityType', 'workitemSettings'],
        asIds: { 'workitemSettings.worktype': 'workitemSettings.worktypeId' },
      },
      delete: 'none',
    }),
    version: { path: plan, field: 'latest' },
  },
  permissions: {
    view: ['caseManagement:stepplan:view'],
    add: [],
    edit: ['caseManagement:stepplan:edit'],
    delete: [],
  },
  audit: { service: 'CaseManagement', entityType: 'Stepplan' },
  effect: 'new-only',
  limits: {
    create: 'the platform makes the steps of a case plan together with the plan',
    delete: 'the steps of a case plan stay until the plan itself is deleted',
  },
  knownLimits: ['The steps of the latest version are read and written; people publish them with the plan.'],
});
