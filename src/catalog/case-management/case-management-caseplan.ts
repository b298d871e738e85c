import { crudApi, describeType, permissionsOf } from '../describe/index.ts';
import { caseplanFields, caseplanReferences, caseplansPath } from './caseplan-path.ts';

const asIds = {
  division: 'divisionId',
  defaultCaseOwner: 'defaultCaseOwnerId',
  customerIntent: 'customerIntentId',
} as const;

/** How a kind of case is worked. Its stages and steps are resources of their own. */
export const caseManagementCaseplan = describeType({
  type: 'case_management_caseplan',
  area: 'case-management',
  noun: 'case plan',
  level: 'B',
  key: ['name'],
  fields: caseplanFields,
  required: ['name', 'division', 'referencePrefix', 'customerIntent'],
  references: caseplanReferences,
  api: crudApi({
    path: caseplansPath,
    pageSize: 200,
    list: { paging: 'cursor' },
    create: { asIds },
    update: {
      method: 'PATCH',
      only: ['name', 'description', 'referencePrefix', 'defaultDueDurationInSeconds', 'defaultTtlSeconds'],
      asIds,
    },
  }),
  permissions: permissionsOf('caseManagement:caseplan'),
  effects: [{ on: 'create', kind: 'comes-with', text: 'The platform makes its stages and their steps with it.' }],
  audit: { service: 'CaseManagement', entityType: 'Caseplan' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  effect: 'new-only',
  knownLimits: [
    'Changes stay in the draft until people publish the plan, since its stages and steps have to be right by then.',
    'A published plan may have to be given a new draft version first; the platform then refuses the change.',
    'Data schemas and what is asked when a case is opened have places of their own and are left as they are.',
  ],
});
