import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Workforce management. */
export const workforceManagementFeature: Feature = {
  name: 'workforce-management',
  types: [
    describedType('workforcemanagement_businessunits', {
      label: 'businessunits',
      audit: { service: 'WorkforceManagement' },
    }),
  ],
};
