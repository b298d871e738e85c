import { describeType, objectReferences } from '../describe/index.ts';
import { caseplanFields, caseplanReferences, caseplanVersionApi } from './caseplan-path.ts';

/** The version of a case plan that is worked on. */
export const caseManagementCaseplanCreateVersion = describeType({
  type: 'case_management_caseplan_create_version',
  area: 'case-management',
  noun: 'latest version of a case plan',
  level: 'C',
  shape: { kind: 'facet', parentType: 'case_management_caseplan', parentField: 'caseplan' },
  key: ['caseplan'],
  fields: ['caseplan', ...caseplanFields, 'versionState'],
  references: [...objectReferences({ caseplan: 'case_management_caseplan' }), ...caseplanReferences],
  defaultMode: 'reference',
  api: caseplanVersionApi('latest'),
  permissions: { view: ['caseManagement:caseplan:version'], add: [], edit: [], delete: [] },
  audit: { service: 'CaseManagement', entityType: 'Caseplan' },
  effect: 'new-only',
  limits: {
    create: 'starting a new version is an action, no object: start it in the admin user interface',
    update: 'the draft is changed as the case plan itself (case_management_caseplan)',
    delete: 'versions of a case plan stay until the plan itself is deleted',
  },
});
