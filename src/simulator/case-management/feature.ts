import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Case management. */
export const caseManagementFeature: Feature = {
  name: 'case-management',
  types: [
    describedType('case_management_caseplan', {
      label: 'caseplan',
      audit: { service: 'CaseManagement', entityType: 'Caseplan' },
    }),
  ],
};
