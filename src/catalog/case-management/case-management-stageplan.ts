import { crudApi, describeType, objectReferences } from '../describe/index.ts';
import { caseplansPath } from './caseplan-path.ts';

const plan = `${caseplansPath}/{parentId}`;

/** A stage of a case plan. The platform makes the stages with the plan; people name them. */
export const caseManagementStageplan = describeType({
  type: 'case_management_stageplan',
  area: 'case-management',
  noun: 'stage of a case plan',
  level: 'B',
  shape: { kind: 'child', parentType: 'case_management_caseplan', parentField: 'caseplan' },
  key: ['caseplan', 'name'],
  fields: ['caseplan', 'name', 'description'],
  createOnly: ['caseplan'],
  references: objectReferences({ caseplan: 'case_management_caseplan' }),
  api: {
    ...crudApi({
      path: `${plan}/versions/{version}/stageplans`,
      pageSize: 200,
      list: { paging: 'cursor' },
      create: 'none',
      update: { method: 'PATCH', path: `${plan}/stageplans/{id}`, only: ['name', 'description'] },
      delete: 'none',
    }),
    version: { path: plan, field: 'latest' },
  },
  permissions: {
    view: ['caseManagement:stageplan:view'],
    add: [],
    edit: ['caseManagement:stageplan:edit'],
    delete: [],
  },
  audit: { service: 'CaseManagement', entityType: 'Stageplan' },
  effect: 'new-only',
  limits: {
    create: 'the platform makes the stages of a case plan together with the plan',
    delete: 'the stages of a case plan stay until the plan itself is deleted',
  },
  knownLimits: ['The stages of the latest version are read and written; people publish them with the plan.'],
});
