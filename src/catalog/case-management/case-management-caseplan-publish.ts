import { describeType, objectReferences } from '../describe/index.ts';
import { caseplanFields, caseplanReferences, caseplanVersionApi } from './caseplan-path.ts';

/** The version of a case plan that new cases follow. */
export const caseManagementCaseplanPublish = describeType({
  type: 'case_management_caseplan_publish',
  area: 'case-management',
  noun: 'published version of a case plan',
  level: 'C',
  shape: { kind: 'facet', parentType: 'case_management_caseplan', parentField: 'caseplan' },
  key: ['caseplan'],
  fields: ['caseplan', ...caseplanFields, 'versionState'],
  references: [...objectReferences({ caseplan: 'case_management_caseplan' }), ...caseplanReferences],
  defaultMode: 'reference',
  api: caseplanVersionApi('published'),
  permissions: { view: ['caseManagement:caseplan:version'], add: [], edit: [], delete: [] },
  audit: { service: 'CaseManagement', entityType: 'Caseplan' },
  effect: 'new-only',
  limits: {
    create: 'publishing is an action, no object: publish the case plan in the admin user interface',
    update:
      'a published version can not be changed: change the case plan (case_management_caseplan), which is its draft',
    delete: 'a published version stays for the cases that follow it',
  },
});
